"""A table as people have it (Excel, CSV, a folder of CSV files, pasted cells) -> sheets of texts with their places.

What a column means is none of this folder's business.
"""
