"""What a trainer may do: workshops made and moved on, how far a room is, and pictures of it that name nobody.

A trainer is an organiser who owns a workshop or was admitted to it.
"""
