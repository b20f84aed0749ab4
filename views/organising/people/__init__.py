"""Whom a campaign invites: lists in, links and letters out, one person after the other.

Reading a list and writing a letter are in people/organiser/lists/ and reports/organising/.
"""
