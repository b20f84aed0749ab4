"""Connections, tables, the schema's versions and the one writer.

Nothing here knows what an answer means.
"""
