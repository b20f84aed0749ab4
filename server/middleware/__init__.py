"""Pure ASGI layers around Streamlit, each with one job that is its name.

No route and no page lives here; what the layers need to know is handed in by app.py.
"""
