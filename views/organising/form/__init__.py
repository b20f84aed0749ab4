"""The form of a campaign: its fields, what is typed so far, what is wrong with it.

What a field means and which mistakes there are is known to people/organiser/filled.py.
"""
