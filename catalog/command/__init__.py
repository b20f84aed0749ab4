"""What ``python -m catalog`` does: check, schema, coverage, preview.

A check itself stands beside what it checks; here it is only run and printed.
"""
