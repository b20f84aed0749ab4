"""What a room was shown, told once more after the workshop: on a page, on paper, in a workbook, as a picture.

Everything here is made of kept snapshots. Nobody's answers and nobody's row come in, so that none can go out.
"""
