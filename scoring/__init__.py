"""Answers -> trait scores -> fit, certainty, reasons, quality of the answers."""

from scoring.flags import PageTime
from scoring.matrix import Scores, score_matrix
from scoring.sheet import score_sheet

__all__ = ["PageTime", "Scores", "score_matrix", "score_sheet"]
