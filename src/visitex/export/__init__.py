"""Exports: reports as tables, entities and training data, one module a format."""
