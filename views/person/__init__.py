"""The pages about the site itself: start, roles, method, about.

Nothing here changes what a visitor answered.
"""
