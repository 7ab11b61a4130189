"""Language packs: typed, found, loaded, and the language of a text detected."""
