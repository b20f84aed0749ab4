"""Strict YAML -> shapes, with each problem as file:line:column in the author's language.

It knows no psychology: what an assessment, a lesson or a role is stands in the folders beside it.
"""
