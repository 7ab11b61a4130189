"""Texts: views for matching, and the layout of a page as zones over it."""
