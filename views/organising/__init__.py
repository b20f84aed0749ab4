"""The organisers' pages: the door, campaigns, what candidates shared.

What a respondent sees lies by what is done (taking/, result/, learning/); nothing here reads an answer.
"""
