"""The pictures of a result as SVG with real text, for reports.

What a picture shows is not decided here (``plan``), and nothing of ``screen`` is imported.
"""
