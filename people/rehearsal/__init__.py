"""A workshop tried alone: the same operations on a store in this process's memory, with phones that act by themselves.

Nothing of it reaches the database, and nobody but the trainer who began it gets to it.
"""
