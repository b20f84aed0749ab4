"""What paper can set: the fonts that come with the site, and which of them holds a character.

Nothing of layout lives here. Pictures and reports ask it when they set a text, the check of the data files when it
tells an author what paper will show.
"""
