"""Results -> words, paper and files, alike on the page and on paper.

No score is computed here and no page is drawn.
"""
