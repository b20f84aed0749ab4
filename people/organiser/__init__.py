"""What an organiser may do: the door and sessions, campaigns and their links, what candidates shared.

What a candidate does lives beside it; how it looks, and how it is stored, elsewhere.
"""
