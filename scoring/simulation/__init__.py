"""Made-up people of the norms answer an assessment and are scored: how often it tells a role, and how often rightly.

No respondent's data, and no rule of its own: what is told comes from scoring/rule/.
"""
