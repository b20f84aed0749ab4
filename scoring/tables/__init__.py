"""A table of answers -> a table of results: what ``python -m scoring score`` does.

It scores nothing by itself; the rule does.
"""
