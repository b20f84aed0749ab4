"""The live workshop: a phone's page, the facilitator's, the screen; here what they have in common.

Nothing here counts people or decides what may be shown of a group; pages get coarse words and kept snapshots.
"""
