"""What a room may be shown of itself: on whose answers a picture rests, what it says, and an attacker who tries it.

No name, no store and no words; how far one measure of a group may be told is decided in scoring/told/group.py.
"""
