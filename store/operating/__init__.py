"""What an operator does with the whole store: backup, restore, export, purge.

Nothing here is called for one respondent.
"""
