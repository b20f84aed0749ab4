"""The live workshop: the phone's page and the strip above other pages, the facilitator's panel, the projector.

Nothing here counts people or decides what may be shown of a group; pages get coarse words and kept snapshots.
"""
