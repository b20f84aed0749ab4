"""What an author may do: look at an assessment while it is being written, with made-up answers, and nothing kept.

No check lives here, only the asking for one; what the pages show stands in views/authoring/.
"""
