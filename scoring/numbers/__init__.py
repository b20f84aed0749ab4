"""Distributions and integrals that give the same digits on every machine and for any array length.

Nothing here knows of traits or roles.
"""
