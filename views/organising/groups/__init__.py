"""The page on which an organiser compares rates by group, out of a table of their own.

It reads nothing of the store and keeps nothing.
"""
