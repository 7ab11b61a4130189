"""One spaCy factory a file; each reads earlier spans and writes its own ``doc.spans`` group."""
