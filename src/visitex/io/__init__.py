"""Bytes in, files out: reading reports and writing results."""
