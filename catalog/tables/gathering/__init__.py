"""Sheets -> what each file of an assessment holds: headings understood, names made ids, each part with its cell.

Nothing is checked here that the files' own checks say, and nothing is written.
"""
