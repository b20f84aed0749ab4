"""An assessment's folder (traits, items, scenarios, roles) -> an Assessment, checked.

How answers become scores stands in scoring/, not here.
"""
