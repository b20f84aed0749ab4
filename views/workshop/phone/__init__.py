"""What a participant sees: the room, questions to answer there, the page to keep, the strip above other pages.

Nothing of anybody else, and nothing that moves the room on.
"""
