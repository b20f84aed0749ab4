"""What a respondent may do: answer, save, resume, start anew, finish, learn, leave.

It draws nothing and answers no request.
"""
