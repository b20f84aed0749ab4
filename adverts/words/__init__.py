"""Phrases of many owners, sought in a folded text all at once: which stand there, where, and whose they are.

What a phrase means is not known here. Other rooms of the reading use ``phrases.py`` alone.
"""
