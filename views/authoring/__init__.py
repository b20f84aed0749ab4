"""What an author sees beside an assessment that is being written: findings, questions, sentences, and its screens.

The screens in the frame are the site's own pages. No site offers these pages, and nothing here is stored.
"""
