"""The page that reads a job advertisement: given, read, marked, asked about, held against a result.

What is pasted stays in the session's memory; nothing here writes it anywhere, and no address holds a word of it.
"""
