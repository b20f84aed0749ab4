"""Which of the sessions' scripts runs next, where many are asked for at once.

What a script draws, and for whom, does not belong here.
"""
