"""Writing: a file is whole or absent, and JSON keeps what it is given."""

from __future__ import annotations

import errno
import json
import os
import stat

import msgspec
import pytest

from visitex.errors import InputError
from visitex.io.write import dump_lines, dumps, open_atomic, write_atomic


class Item(msgspec.Struct):
    name: str
    also: list[str]


def test_json_keeps_order_and_letters():
    text = dumps(Item("Nguyễn", ["阮"]))
    assert text == '{\n  "name": "Nguyễn",\n  "also": [\n    "阮"\n  ]\n}'
    assert dumps({"b": 1, "a": 2}, indent=None) == '{"b":1,"a":2}'


def test_json_lines_are_one_value_a_line():
    lines = "".join(dump_lines([{"a": "x\ny"}, [1]]))
    assert [json.loads(line) for line in lines.splitlines()] == [{"a": "x\ny"}, [1]]
    assert lines.endswith("\n")


def test_a_file_is_written_in_utf8_with_its_line_ends(tmp_path):
    target = tmp_path / "out.json"
    write_atomic(target, "é\r\n阮\n")
    assert target.read_bytes() == "é\r\n阮\n".encode()
    assert os.listdir(tmp_path) == ["out.json"]


def test_an_old_file_stays_when_writing_fails(tmp_path):
    target = tmp_path / "out.json"
    target.write_text("old")

    def fail() -> None:
        with open_atomic(target) as stream:
            stream.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["out.json"]


def test_a_full_disk_is_reported_and_nothing_left(tmp_path, monkeypatch):
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError, match=r"out\.json: cannot be written \(No space left"):
        write_atomic(tmp_path / "out.json", "x")
    assert os.listdir(tmp_path) == []


def test_a_missing_folder_is_reported(tmp_path):
    with pytest.raises(InputError, match="cannot be written"):
        write_atomic(tmp_path / "nowhere" / "out.json", "x")


def test_the_callers_own_errors_pass(tmp_path):
    def fail() -> None:
        with open_atomic(tmp_path / "out.json"):
            raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    with pytest.raises(BrokenPipeError):
        fail()


def test_permissions_and_links_are_kept(tmp_path):
    target, link = tmp_path / "real.json", tmp_path / "link.json"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_atomic(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_device_is_written_straight():
    write_atomic("/dev/null", "x")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)
