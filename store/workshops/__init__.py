"""Live workshops: what trainers make and move, and the seats of those who take part with their phones.

What a trainer's operation reads of a seat's answers never leaves people/: pages get a room's state in coarse words.
"""
