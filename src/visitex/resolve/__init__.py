"""From mentions to entries: pure functions, one question a module."""
