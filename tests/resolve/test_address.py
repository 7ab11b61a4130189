"""Forms of address in front of a name and behind it."""

from __future__ import annotations

import pytest

from visitex.lang.load import load_pack
from visitex.resolve.address import honorific_of


@pytest.mark.parametrize(
    ("language", "text", "name", "small", "honorific"),
    [
        ("en", "met Mr. Tung", "Tung", False, "Mr."),
        ("de", "traf Frau Dr. Meier", "Meier", False, "Frau Dr."),
        ("en", "Mr\nTung", "Tung", False, None),
        ("vi", "do đồng chí Bounthanh", "Bounthanh", True, "đồng chí"),
        ("vi", "đón Đại úy Lê Văn Phong", "Lê Văn Phong", True, "Đại úy"),
        ("zh", "卡耶先生来访", "卡耶", False, "先生"),
        ("zh", "冯致中副教授", "冯致中", False, "副教授"),
        ("zh", "先生卡耶来访", "卡耶", False, None),
    ],
)
def test_address_beside_a_name(language, text, name, small, honorific):
    start = text.index(name)
    names = load_pack(language).names
    assert honorific_of(text, start, start + len(name), names, small=small) == honorific
