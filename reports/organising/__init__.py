"""What an organiser takes along: the list of those invited, letters ready for a mail merge, and what was shared.

Nothing here sends anything, and nothing of a respondent's stands in it but what they chose to share.
"""
