"""Results -> words, and later paper: what a page and a report say alike."""
