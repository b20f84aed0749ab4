"""Whether groups went on at different rates, and what chance and single people have to do with it: pure arithmetic.

Nothing here reads a result or a score of this site, and no group is ever stored.
"""
