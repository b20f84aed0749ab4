"""The pages about the site itself: start, roles, method, about, and what is fair in hiring.

Nothing here changes what a visitor answered.
"""
