"""Data files -> typed, checked objects."""
