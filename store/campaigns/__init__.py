"""Campaigns: what organisers make and read, and what candidates do with the links that lead to them.

No operation of an organiser reads a sheet, an answer or a device's token: they see what was shared, which is a copy.
"""
