"""Values of an assessment's files -> sheets and spreadsheets, or the files themselves, whole or not at all.

What stands in a table that somebody sent is none of this folder's business.
"""
