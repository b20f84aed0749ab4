"""What answers before a page runs: routes, headers, the shell of the page, readiness.

What a person may do is decided in people/, not here.
"""
