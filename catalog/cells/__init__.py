"""Cells of tables as spreadsheets have them: the encodings that they are saved in, and texts that none of them runs.

What a table means, and what is said of a mistake in it, is not known here.
"""
