"""What somebody in a workshop may do with a phone: join by a code, follow the room, vote, leave.

What they answer and learn is a respondent's and lies there; nothing here knows who moves the room.
"""
