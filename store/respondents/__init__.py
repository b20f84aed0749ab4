"""What the store knows of respondents: sheets, devices, progress, their rights and how long it stays.

Waiting for a store that is away stands in store/outbox/.
"""
