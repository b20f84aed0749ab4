"""Who may organise, and whether a session is a signed-in organiser's.

What an organiser then does with campaigns stands in store/campaigns/; whether a password is right, people/ asks.
"""
