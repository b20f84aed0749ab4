"""Taking the assessment: begin, questions, saving and its sign, devices, start anew.

It knows nothing of results beyond the link to them.
"""
