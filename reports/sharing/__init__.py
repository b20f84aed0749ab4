"""What somebody shares of a result: the copy that is made of it, level by level, and how that copy is read.

Neither answers nor anything of a higher level ever go into a copy; who may see one is decided in store/.
"""
