"""Builds the pipelines that visitex ships: ``python -m models.build --help``, run in the repository root."""
