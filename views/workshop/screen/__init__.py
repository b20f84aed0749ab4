"""The screen that the whole room looks at: its page, and what each stage shows on it, from kept snapshots.

No control that moves the room on, no name, and no error.
"""
