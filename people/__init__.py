"""What each kind of person may do, one folder a kind.

No Streamlit, no HTTP, no SQL: pages and routes are thin callers of this room.
"""
