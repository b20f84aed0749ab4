"""A result's sentences and numbers, the same for page, paper and files.

How they are laid out is decided in reports/paper/ and in views/.
"""
