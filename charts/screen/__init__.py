"""The pictures of a result as Plotly figures, for a page.

What a picture shows is not decided here (``plan``), and nothing of ``paper`` is imported.
"""
