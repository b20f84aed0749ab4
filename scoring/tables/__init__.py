"""A table of answers -> a table of results: what ``python -m scoring score`` does, and every sentence about a table.

It scores nothing by itself; the rule does. It knows no store and no page.
"""
