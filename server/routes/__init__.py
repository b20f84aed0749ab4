"""The addresses that are plain HTTP: the cookie, resume links, rights.

Each reads its request, calls people/ and answers; it decides nothing else.
"""
