"""A result -> Excel, CSV and JSON.

Reading tables stands in scoring/tables/.
"""
