"""One expression for thousands of words, which tries each letter but once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

_Node: TypeAlias = "dict[str, _Node]"
_END = ""


def any_of(words: Iterable[str]) -> str:
    """Return an expression that matches the longest of ``words`` that stands at a place."""
    root: _Node = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[_END] = {}
    return _branch(root)


def _branch(node: _Node) -> str:
    parts = [re.escape(char) + _branch(rest) for char, rest in node.items() if char != _END]
    if not parts:
        return ""
    body = f"(?:{'|'.join(parts)})"
    return f"{body}?" if _END in node else body
