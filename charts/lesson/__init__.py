"""The drawings of the learning pages as escaped HTML: the compared roles, their journey, tools and measures.

No answer and no result of a person is drawn here, and nothing of ``plan``, ``screen`` or ``paper`` is imported.
"""
