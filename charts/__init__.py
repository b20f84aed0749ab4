"""Scores -> pictures: each a Plotly figure, a sentence and a table that say the same.

Importing this room loads no Plotly; the figure functions load it when they draw.
"""
