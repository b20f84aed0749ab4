"""Every sentence that is put together from templates, filled with everything it can be filled with, for reading.

For authors and tests. No page is drawn from here, and no result is told.
"""
