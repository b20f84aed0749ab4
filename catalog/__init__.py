"""Data files -> typed, checked objects, with every error at its place.

No rule of scoring or of learning lives here, no word of a page, and nothing that was read is changed.
"""

from catalog.interpreter import require_packages

# Every command of the project imports this room first of all.
require_packages()
