"""A list of people as organisers have it (pasted, CSV, Excel) -> whom to invite, and every line that needs a look.

Nothing here touches the store, and no sentence is made here.
"""
