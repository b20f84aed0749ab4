"""What every page shares: head and foot, language, style, addresses, building HTML.

Nothing here knows one page's subject.
"""
