"""An assessment as a table and a table as an assessment: Excel, CSV or pasted cells, one row an item.

What makes an assessment right is not known here: the same checks look at a table as at the files.
"""
