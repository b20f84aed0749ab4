"""Benchmarks, each a ratio against a yardstick measured in the same run: seconds differ by machine, ratios hardly do.

A benchmark is a module here with ``run() -> Ratio``; ``python -m bench`` finds it by itself.
"""
