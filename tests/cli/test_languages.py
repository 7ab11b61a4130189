"""`visitex languages`: one line a pack, the shipped ones and one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from visitex.lang.load import load_pack

PACK = 'language = "tlh"\nname = "Klingon"\n'


def test_the_shipped_packs_are_listed_in_order(visitex):
    result = visitex("languages")
    rows = [line.split("\t") for line in result.out.splitlines()]
    assert (result.code, result.err) == (0, "")
    codes = [row[0] for row in rows]
    assert codes == sorted(codes)
    assert {"en", "de"} <= set(codes)
    for code, name, model, path in rows:
        assert load_pack(code).language == code
        assert name == load_pack(code).name != load_pack("en" if code != "en" else "de").name
        assert model
        assert Path(path).name == f"{code}.toml"
        assert Path(path).is_file()


def test_a_pack_of_ones_own_is_listed_too(visitex, tmp_path):
    (tmp_path / "tlh.toml").write_text(PACK)
    rows = visitex("languages", "--packs", tmp_path).out.splitlines()
    assert [row for row in rows if row.startswith("tlh\tKlingon\t")]


@pytest.mark.parametrize("fault", ["colour = 1\n", "name = 3\n", "[names\n"])
def test_a_broken_pack_is_refused_by_name(visitex, tmp_path, fault):
    (tmp_path / "tlh.toml").write_text(PACK + fault)
    result = visitex("languages", "--packs", tmp_path)
    assert result.code == 2
    assert len(result.err.splitlines()) == 1
    assert str(tmp_path / "tlh.toml") in result.err
