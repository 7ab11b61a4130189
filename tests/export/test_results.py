"""Results read back: every form that is written, and records that are none."""

from __future__ import annotations

import gzip
import io

import pytest

from visitex.errors import InputError
from visitex.export.results import read_results


def read(path):
    refused = []
    return list(read_results(str(path), refuse=refused.append)), [str(e) for e in refused]


@pytest.mark.parametrize("indent", [None, 2])
def test_one_object(tmp_path, report, indent):
    (tmp_path / "r").write_text(report.to_json(indent=indent), encoding="utf-8")
    assert read(tmp_path / "r") == ([report], [])


def test_an_array(tmp_path, report, silent):
    text = f"[\n  {report.to_json()},\n  {silent.to_json()}\n]\n"
    (tmp_path / "r").write_text(text, encoding="utf-8")
    assert read(tmp_path / "r") == ([report, silent], [])


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_lines(tmp_path, report, silent, pack):
    lines = "".join(f"{r.to_json(indent=None)}\n\n" for r in (report, silent))
    (tmp_path / "r").write_bytes(pack(lines.encode()))
    assert read(tmp_path / "r") == ([report, silent], [])


def test_stdin(monkeypatch, report):
    piped = io.TextIOWrapper(io.BytesIO(report.to_json(indent=None).encode()), "utf-8")
    monkeypatch.setattr("sys.stdin", piped)
    assert read("-") == ([report], [])


def test_an_empty_file_has_no_records(tmp_path):
    (tmp_path / "r").write_bytes(b"")
    assert read(tmp_path / "r") == ([], [])


def test_a_record_that_is_none_is_named_and_the_others_are_read(tmp_path, report):
    line = report.to_json(indent=None)
    (tmp_path / "r").write_text(f'{line}\n{{"schema": "1"}}\n{{cut}}\n{line}\n', encoding="utf-8")
    reports, refused = read(tmp_path / "r")
    assert reports == [report, report]
    assert [":2: no record" in refused[0], ":3: no record" in refused[1]] == [True, True]


@pytest.mark.parametrize("content", [b"no JSON", gzip.compress(b"{}" * 99)[:-9]])
def test_a_broken_file_is_refused(tmp_path, content):
    (tmp_path / "r").write_bytes(content)
    with pytest.raises(InputError, match=r"neither JSON nor JSON Lines|cannot be read"):
        read(tmp_path / "r")


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(InputError, match="No such file"):
        read(tmp_path / "gone")
