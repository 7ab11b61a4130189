"""`visitex parse`: shapes of output, what goes where, and what is refused."""

from __future__ import annotations

import json
from datetime import date

import pytest

from visitex.cli import output

pytestmark = pytest.mark.usefixtures("extractor")


def names(reports):
    return [report["people"][0]["name"] for report in reports]


def test_one_input_gives_one_indented_object(visitex, reports):
    result = visitex("parse", reports[0])
    assert result.code == 0
    assert result.err == ""
    assert names([json.loads(result.out)]) == ["Alda"]
    assert result.out.startswith('{\n  "schema"')
    assert result.out.endswith("}\n")


def test_compact_is_one_line(visitex, reports):
    result = visitex("parse", "--compact", reports[0])
    assert result.out.count("\n") == 1
    assert names([json.loads(result.out)]) == ["Alda"]


def test_several_inputs_give_json_lines_in_order(visitex, reports):
    result = visitex("parse", reports[1], reports[0])
    assert names(map(json.loads, result.out.splitlines())) == ["Bénédicte", "Alda"]


@pytest.mark.parametrize("compact", [[], ["--compact"]])
def test_json_by_name_makes_several_an_array(visitex, reports, compact):
    result = visitex("parse", "--format", "json", *compact, *reports[:2])
    assert names(json.loads(result.out)) == ["Alda", "Bénédicte"]
    assert result.out.endswith("\n]\n")
    assert len(result.out.splitlines()) == 4 if compact else len(result.out.splitlines()) > 20


def test_json_by_name_leaves_one_an_object(visitex, reports):
    assert isinstance(json.loads(visitex("parse", "--format", "json", reports[0]).out), dict)


def test_jsonl_by_name_puts_one_on_a_line(visitex, reports):
    assert visitex("parse", "--format", "jsonl", reports[0]).out.count("\n") == 1


def test_table_shows_the_entries_without_colour_in_a_pipe(visitex, reports):
    result = visitex("parse", "--format", "table", *reports[:2])
    assert "Alda" in result.out
    assert "Bénédicte" in result.out
    assert "\x1b" not in result.out


@pytest.mark.parametrize("args", [[], ["-"]])
def test_stdin_is_read_when_it_is_all_there_is_and_by_its_name(visitex, args):
    result = visitex("parse", *args, stdin=b"Cleo met the abbot.")
    assert names([json.loads(result.out)]) == ["Cleo"]
    assert json.loads(result.out)["source"]["path"] is None


def test_stdin_is_one_input_among_others(visitex, reports):
    result = visitex("parse", reports[0], "-", stdin=b"Cleo met the abbot.")
    assert names(map(json.loads, result.out.splitlines())) == ["Alda", "Cleo"]


def test_stdin_twice_is_wrong_usage(visitex):
    result = visitex("parse", "-", "-", stdin=b"Cleo met the abbot.")
    assert (result.code, result.out) == (2, "")
    assert "stdin can be read once" in result.err


def test_a_terminal_on_stdin_and_no_file_is_wrong_usage(visitex, monkeypatch):
    monkeypatch.setattr("visitex.cli.parse.nothing_on_stdin", lambda: True)
    result = visitex("parse")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("visitex: no input; ")


def test_a_missing_file_is_named_and_the_others_are_written(visitex, reports):
    result = visitex("parse", reports[2], *reports[:2])
    assert result.code == 1
    assert names(map(json.loads, result.out.splitlines())) == ["Alda", "Bénédicte"]
    assert len(result.err.splitlines()) == 1
    assert result.err.startswith(f"visitex: {reports[2]}: ")


def test_where_nothing_is_read_nothing_is_written(visitex, reports, tmp_path):
    kept = tmp_path / "out.json"
    kept.write_text("kept")
    for args in ([], ["--format", "json", "-o", kept]):
        result = visitex("parse", *args, reports[2])
        assert (result.code, result.out) == (1, "")
    assert kept.read_text() == "kept"


def test_quiet_leaves_only_the_exit_code(visitex, reports):
    result = visitex("parse", "-q", reports[2], reports[0])
    assert (result.code, result.err) == (1, "")


def test_verbose_prints_warnings(visitex, reports):
    assert visitex("parse", reports[0]).err == ""
    warned = visitex("parse", "-v", reports[0]).err
    assert warned == f"visitex: {reports[0]}: warning: the date is unknown\n"


def test_only_twice_verbose_prints_tracebacks(visitex, reports):
    assert "Traceback" not in visitex("parse", "-v", reports[2]).err
    assert "Traceback" in visitex("parse", "-vv", reports[2]).err


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        (["--date", "tomorrow"], "tomorrow"),
        (["--encoding", "utf-9"], "utf-9"),
        (["--format", "xml"], "xml"),
        (["--packs", "/no/such/folder"], "/no/such/folder"),
        (["--patterns", "/no/such.jsonl"], "/no/such.jsonl"),
        (["--lang", "tlh"], "tlh"),
        (["--model", "broken"], "broken"),
        (["-o", "/no/such/out.json"], "/no/such"),
        (["--nonsense"], "--nonsense"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(visitex, reports, args, complaint):
    result = visitex("parse", *args, reports[0])
    assert (result.code, result.out) == (2, "")
    assert len(result.err.splitlines()) == 1
    assert result.err.startswith("visitex: ")
    assert complaint in result.err


def test_wrong_usage_is_said_even_when_quiet(visitex, reports):
    assert "tlh" in visitex("parse", "-q", "--lang", "tlh", reports[0]).err


def test_options_reach_the_extractor(visitex, reports, extractor, tmp_path):
    patterns = tmp_path / "own.jsonl"
    patterns.touch()
    options = ["--lang", "en", "--model", "m", "--packs", tmp_path, "--patterns", patterns]
    visitex("parse", "--date", "2024-01-09", *options, reports[0])
    built, called = extractor.calls
    assert built == {
        "language": "en",
        "model": "m",
        "packs": str(tmp_path),
        "patterns": str(patterns),
    }
    assert called["reference_date"] == date(2024, 1, 9)


def test_encoding_is_obeyed(visitex, tmp_path):
    path = tmp_path / "latin.txt"
    path.write_bytes("Zoë met the rector.".encode("latin-1"))
    result = visitex("parse", "--encoding", "latin-1", path)
    assert names([json.loads(result.out)]) == ["Zoë"]


def test_output_goes_into_a_file(visitex, reports, tmp_path):
    out = tmp_path / "out.jsonl"
    result = visitex("parse", "-o", out, *reports)
    assert (result.code, result.out) == (1, "")
    written = out.read_text(encoding="utf-8").splitlines()
    assert names(map(json.loads, written)) == ["Alda", "Bénédicte"]


def test_a_crash_leaves_the_old_output_whole(visitex, reports, tmp_path):
    out = tmp_path / "out.jsonl"
    out.write_text("old")
    reports[1].write_text("CRASH")
    with pytest.raises(ZeroDivisionError):
        visitex("parse", "-o", out, *reports[:2])
    assert out.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.txt", "out.jsonl", "two.txt"]


def test_an_input_is_never_overwritten(visitex, reports):
    result = visitex("parse", "-o", reports[0], *reports[:2])
    assert result.code == 2
    assert "is an input too" in result.err
    assert reports[0].read_text().startswith("Alda")


def test_ctrl_c_is_quiet(visitex, reports):
    reports[1].write_text("INTERRUPT")
    result = visitex("parse", *reports[:2])
    assert (result.code, result.err) == (130, "")
    assert names(map(json.loads, result.out.splitlines())) == ["Alda"]


def test_a_refusal_while_extracting_counts_as_a_failed_input(visitex, reports):
    reports[0].write_text("REFUSE")
    result = visitex("parse", *reports[:2])
    assert result.code == 1
    assert result.err == f"visitex: {reports[0]}: refused; write another\n"
    assert names(map(json.loads, result.out.splitlines())) == ["Bénédicte"]


def test_json_is_coloured_on_a_terminal_only(visitex, reports, monkeypatch):
    plain = visitex("parse", reports[0]).out
    monkeypatch.setattr(output, "on_terminal", lambda: True)
    painted = visitex("parse", reports[0]).out
    assert "\x1b[" in painted
    assert "\x1b" not in plain


def test_a_file_is_never_coloured(visitex, reports, tmp_path, monkeypatch):
    monkeypatch.setattr(output, "on_terminal", lambda: True)
    visitex("parse", "-o", tmp_path / "out.json", reports[0])
    assert "\x1b" not in (tmp_path / "out.json").read_text(encoding="utf-8")


def test_two_runs_write_the_same_bytes(visitex, reports):
    assert visitex("parse", *reports[:2]).out == visitex("parse", *reports[:2]).out
