"""Answers -> trait scores -> fit, certainty, reasons, quality of the answers; pure functions on arrays.

No Streamlit, no database, no picture, and no sentence but those of its command, in wording.yaml.
"""

import catalog  # noqa: F401 - before numpy: says which Python to use where this one lacks the packages
from scoring.rule.flags import HASTY_SECONDS, PageTime
from scoring.rule.matrix import Scores, score_matrix
from scoring.rule.respondent import score_one

__all__ = ["HASTY_SECONDS", "PageTime", "Scores", "score_matrix", "score_one"]
