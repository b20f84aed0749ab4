"""The result: its page, earlier results, downloads, what to read next.

Which sections a result has and what they say is decided in reports/told/.
"""
