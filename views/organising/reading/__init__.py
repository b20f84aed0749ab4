"""Reading what candidates chose to share: the table, one of them, some side by side, a group's picture.

What was not shared never comes here; what an organiser changes in a campaign lies beside it.
"""
