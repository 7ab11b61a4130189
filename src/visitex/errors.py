"""The exception tree; every error knows the exit code that a command ends with."""

from __future__ import annotations


class VisitexError(Exception):
    """Anything that visitex itself refuses: one line that says what, where and what to do."""

    exit_code = 1


class InputError(VisitexError):
    """A report cannot be read: missing, a directory, binary, empty, undecodable or too large."""


class UsageError(VisitexError):
    """The call itself is wrong: an option's value, an unknown language, model or pack."""

    exit_code = 2


class PackError(UsageError):
    """A language pack is broken; the message names file, key and reason."""


class ModelError(UsageError):
    """A pipeline cannot be found or loaded, or has no entity recogniser."""


class PatternsError(UsageError):
    """A patterns file is not EntityRuler JSONL; the message names file and line."""
