"""A language with a pack and no trained pipeline is read for dates, and says so."""

from __future__ import annotations

from visitex import Extractor

PACK = """
language = "tlh"
name = "Klingon"
"""


def test_a_pack_without_a_pipeline_gives_dates_and_says_so_first(tmp_path, monkeypatch):
    monkeypatch.setattr("visitex.nlp.build.shipped", list)
    (tmp_path / "tlh.toml").write_text(PACK, encoding="utf-8")
    extractor = Extractor(language="tlh", packs=str(tmp_path))
    report = extractor.extract("Qo'noS 2024-03-01 martaq ghom wo' ra'wI'.")
    assert [date.value for date in report.dates] == ["2024-03-01"]
    assert report.people == []
    assert report.warnings[0].startswith("no trained pipeline for Klingon")


def test_a_trained_language_has_no_such_warning():
    report = Extractor(language="en").extract("Mayor Ann Lee received the guests on 3 May 2021.")
    assert not [warning for warning in report.warnings if "no trained pipeline" in warning]
