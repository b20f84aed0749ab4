"""A file as people have it -> rows of cells with their lines.

What a cell means, and whether it is an answer, is none of this folder's business.
"""
