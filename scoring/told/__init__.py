"""What a result lets one say: reasons, and what changed between two results.

No words of any language: reports/told/ writes the sentences.
"""
