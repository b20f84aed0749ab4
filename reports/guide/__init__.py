"""The interview guide of one candidate: which questions, in what words, and on paper.

No score, no end of a trait and no order of roles leaves this folder.
"""
