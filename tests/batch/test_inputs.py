"""Which reports are behind the paths of a call."""

from __future__ import annotations

import gzip
import io
import os

from visitex.batch import inputs
from visitex.batch.inputs import find_items, in_shard, read_list
from visitex.batch.work import Item


def found(*paths, globs=()):
    return [item.path for item in find_items(map(str, paths), globs)]


def test_a_folder_is_read_by_name_and_whole(tmp_path):
    for name in ("b.txt", "a/z.html", "a/y.txt.gz", "a/x.pdf", "c.TXT", ".hidden/n.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    assert found(tmp_path) == [
        str(tmp_path / name) for name in (".hidden/n.txt", "a/y.txt.gz", "a/z.html", "b.txt")
    ]
    assert found(tmp_path, globs=["*.pdf"]) == [str(tmp_path / "a/x.pdf")]


def test_loops_of_links_end(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.txt").write_text("x", encoding="utf-8")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a" / "one.txt")
    assert [os.path.basename(path) for path in found(tmp_path)] == [
        "one.txt", "link.txt", "self.txt"
    ]  # fmt: skip


def test_what_is_not_there_is_still_an_item(tmp_path):
    assert found(tmp_path / "gone.txt") == [str(tmp_path / "gone.txt")]


def test_lists_are_parted_by_lines_or_by_nul():
    assert list(read_list(io.BytesIO(b"a b.txt\r\n\nc.txt"))) == ["a b.txt", "c.txt"]
    assert list(read_list(io.BytesIO(b"a\nb.txt\0c.txt\0"))) == ["a\nb.txt", "c.txt"]
    assert list(read_list(io.BytesIO(b"\xff.txt\n"))) == [os.fsdecode(b"\xff.txt")]


def test_a_shard_follows_from_the_path_alone():
    items = [Item(key=f"articles/{n}.txt".encode(), path="") for n in range(1000)]
    of = [[in_shard(item, shard, 4) for shard in (1, 2, 3, 4)] for item in items]
    assert all(sum(row) == 1 for row in of)
    assert all(200 < sum(column) < 300 for column in zip(*of, strict=True))
    assert in_shard(Item(key=b"articles/1.txt", path="elsewhere"), of[1].index(True) + 1, 4)


def test_an_endless_line_costs_itself_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(inputs, "_LONGEST", 20)
    path = tmp_path / "long.jsonl"
    path.write_bytes(b'{"text": "a"}\n' + b"x" * 90 + b'\n{"text": "b"}\n')
    items = list(find_items([str(path)]))
    assert [item.fault is None for item in items] == [True, False, True]
    assert [item.path for item in items] == [f"{path}:{n}" for n in (1, 2, 3)]


def test_torn_gzip_gives_what_there_is(tmp_path):
    path = tmp_path / "torn.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "a"}\n' * 1000)[:-12])
    items = list(find_items([str(path)]))
    assert items[-1].fault is not None
    assert all(item.line for item in items[:-1])
