"""What is said on stderr is one line, whatever a file is called."""

from __future__ import annotations

import pytest

from visitex.cli.say import complain, one_line
from visitex.errors import InputError


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("plain – text, Ärger, 北京", "plain – text, Ärger, 北京"),
        ("two\nlines\r", "two\\nlines\\r"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\u2028b", "a\\u2028b"),
        ("txt.\u202eexe", "txt.\\u202eexe"),
        ("\udcff.txt", "\\udcff.txt"),
        ("می‌خواهم", "می‌خواهم"),
    ],
)
def test_one_line(text, line):
    assert one_line(text) == line


def test_a_complaint_can_be_silenced_unless_it_must_be_heard(capsys):
    complain(InputError("x: gone"), verbosity=-1)
    assert capsys.readouterr().err == ""
    complain(InputError("x: gone"), verbosity=-1, always=True)
    assert capsys.readouterr().err == "visitex: x: gone\n"
