"""An organiser's own table of groups and of who went on: read and counted in memory, for one look.

Nothing here touches the store, and nothing of it is joined with what candidates shared.
"""
