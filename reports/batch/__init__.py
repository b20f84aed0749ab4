"""A table of answers -> a folder of PDFs: what ``python -m reports`` does.

A single PDF is made by reports/paper/.
"""
