"""The facilitator's pages, behind the organisers' door: the list, making a workshop, running it, its settings and log.

Nothing about a single participant, in no stage.
"""
