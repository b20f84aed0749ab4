"""What each picture of a result shows: which rows, where on the picture's own scale, in whose colour, in which words.

Nothing here knows pixels, points, Plotly or SVG; ``screen`` and ``paper`` draw what is decided here.
"""
