"""Inputs that somebody made to break it: each is a record or an error, and nothing else happens."""

from __future__ import annotations

import json
import os
import random
import socket

from batch_double import Counts, go
from hypothesis import given
from hypothesis import strategies as st

from visitex.batch.output import file_name
from visitex.batch.work import Item, Options, Reader

ODD = "\u202e\u2066\u200b\u200d\ufeff\u0301\x00\x1b\x85\u2028\ud800<>([{&;\"'\\ \n"
INPUTS = 10_000


def odd(chance):
    """Return odd bytes of one kind or another."""
    text = "".join(
        chance.choice(ODD) if chance.random() < 0.5 else chr(chance.randrange(0x110000))
        for _ in range(chance.randrange(40))
    )
    kinds = (
        lambda: chance.randbytes(chance.randrange(80)),
        lambda: text.encode("utf-8", "surrogatepass"),
        lambda: text.encode("utf-16", "surrogatepass"),
        lambda: b"\x1f\x8b" + chance.randbytes(30),
        lambda: json.dumps({"text": text, "id": text}).encode(),
        lambda: b"[" * chance.randrange(5000),
        lambda: b'{"text":' * chance.randrange(3000),
    )
    return chance.choice(kinds)()


def test_ten_thousand_odd_inputs_are_records_or_errors(tmp_path):
    reader, chance = Reader(Options(), Counts()), random.Random(6)
    path = tmp_path / "odd.txt"
    for number in range(INPUTS):
        content = odd(chance)
        path.write_bytes(content)
        line = content if number % 2 else None
        outcome = reader.read(Item(key=b"odd", path=str(path), line=line))
        assert (outcome.record is None) != (outcome.error is None)
        said = outcome.record or outcome.error_line()
        assert said.count(b"\n") == 1
        assert json.loads(said)
        assert outcome.error in {None, "InputError"}, content


@given(st.binary(max_size=300))
def test_names_of_files_lead_nowhere_else(key):
    name = file_name(key)
    assert os.path.basename(name) == name
    assert name.isascii()
    assert name.isprintable()
    assert len(name) < 140
    assert not name.startswith(".")


def test_names_of_files_differ():
    keys = [b"a/x.txt", b"b/x.txt", b"a/X.txt", b"x.txt", b"../x.txt", b"x.txt\n", b""]
    assert len({file_name(key).lower() for key in keys}) == len(keys)


def test_odd_files_in_a_folder(batch):
    """Loops, pipes, sockets, names with newlines and escapes, what cannot be opened."""
    batch.write(2)
    folder = batch.folder
    (folder / "loop").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / "dev.txt").symlink_to("/dev/zero")
    for name in (b"new\nline.txt", b"\xff\x1b[31m.txt", "\u202egpj.txt".encode()):
        with open(os.path.join(os.fsencode(folder), name), "wb") as stream:
            stream.write(b"Alda met the mayor.")
    made = socket.socket(socket.AF_UNIX)
    made.bind(str(folder / "s.txt"))
    made.close()
    before = sorted(os.listdir(folder))
    tally = go(folder, out=batch.out)
    assert (tally.written, tally.failed) == (5, 4)
    assert sorted(os.listdir(folder)) == before
    for path in (batch.out, batch.errors):
        raw = path.read_bytes()
        assert all(json.loads(line) for line in raw.splitlines())
        assert b"\x1b" not in raw
    out = batch.out.with_name("each")
    assert go(folder, out=out, per_file=True).written == 5
    assert len(list(out.iterdir())) == 5


def test_hostile_texts_through_the_whole_extractor(tmp_path):
    """One that hangs or takes its process down shows as an error here."""
    from visitex.batch.work import Reader as Real  # noqa: PLC0415

    reader = Real(Options(lang="en"))
    bombs = {
        "one-word": "a" * 50_000,
        "brackets": "(" * 500 + ")" * 500,
        "quotes": "“" * 3_000,
        "commas": "A, " * 1_000,
        "turns": "\u202eAnn\u2066 Lee\u200b " * 500,
        "figures": "1" * 20_000,
        "dates": "1.1.1.1." * 2_000,
        "lines": "\n" * 20_000 + "x",
        "spaces": " " * 50_000 + "x",
    }
    for name, text in bombs.items():
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        outcome = reader.read(Item(key=b"k", path=str(path)))
        assert outcome.error is None, (name, outcome.message)
    page = tmp_path / "bomb.html"
    page.write_text("<div>" * 2_000 + "x", encoding="utf-8")
    assert reader.read(Item(key=b"k", path=str(page))).error in {None, "InputError"}
