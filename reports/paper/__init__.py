"""A result -> PDF and share card, set by typst.

Which sections a result has is decided in reports/told/, not here.
"""
