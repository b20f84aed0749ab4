"""Job advertisements: what kind of work a text describes, where it says so, what it leaves out, what to ask.

Text in, findings out: no page, no store, no network and no model; whose text it is, is not known here.
"""
