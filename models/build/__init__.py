"""Builds the pipelines that visitex ships.

Run ``python -m models.build --help`` in the repository root.
"""
