"""Which language a text is in, without the network."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

SAMPLE = 20_000
"""So many characters from the beginning tell the language; more only cost time."""

LETTERS = 12
"""Fewer letters than this say nothing; an ideograph counts as three."""

LEAD = 20.0
"""By so much log-likelihood must a language outside the choice lead, to make the answer None.

Headlines full of foreign names lead by up to 18 for a language that is not theirs, one sentence of
a language that is leads by 30 and more.
"""

# National languages with large presses. The identifier knows many more, but regional and mixed
# ones (Pidgin for English, Wu for Chinese) win short texts that are none of theirs.
_NATIONAL = frozenset(
    [
        *("ar", "az", "be", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa"),
        *("fi", "fr", "he", "hi", "hr", "hu", "hy", "id", "it", "ja", "ka", "kk", "km", "ko"),
        *("ky", "lo", "lt", "lv", "mk", "mn", "my", "nl", "no", "pl", "pt", "ro", "ru", "sk"),
        *("sl", "sq", "sr", "sv", "sw", "ta", "th", "tr", "uk", "ur", "uz", "vi", "zh"),
    ]
)
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,500}|[\w.+-]{1,64}@[\w.-]{1,100}")


def detect(text: str, languages: Sequence[str] | None = None) -> str | None:
    """Return the ISO 639-1 code of the language that most of the text is in.

    Args:
        text: any text; the first 20,000 characters count, without addresses on the net.
        languages: the codes to choose from; all national languages if not given.

    Returns:
        None if the text is empty or too short to tell, or in none of ``languages``.
    """
    sample = _ADDRESS.sub(" ", text[:SAMPLE])
    letters = sum(map(str.isalpha, sample)) + 2 * len(_IDEOGRAPH.findall(sample))
    if letters < LETTERS:
        return None
    wanted = _NATIONAL if languages is None else frozenset(languages)
    ranked = [
        (code, score) for code, score in _identifier().rank(sample) if code in wanted | _NATIONAL
    ]
    best = next(((code, score) for code, score in ranked if code in wanted), None)
    return best[0] if best and ranked[0][1] - best[1] <= LEAD else None


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    """Load the model: a second and 120 MB, once a process."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE)
