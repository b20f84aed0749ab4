"""Facts, samples and every word of the interface -> Content, checked.

It holds no word itself: those are data in content/.
"""
