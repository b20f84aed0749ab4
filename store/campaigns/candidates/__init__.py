"""The candidate's side of campaigns, by a link's secret and a device's token: look, begin, share, withdraw.

No organiser's session opens anything here.
"""
