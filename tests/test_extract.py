"""The whole flow: what :class:`visitex.Extractor` takes, gives and promises."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import unicodedata
from datetime import date, datetime
from pathlib import Path

import jsonschema
import msgspec
import pytest

from visitex import Extractor, Report, VisitexError
from visitex.errors import ModelError, PatternsError, UsageError
from visitex.io.read import Document, read_document
from visitex.report import json_schema

HERE = Path(__file__).parent
SAMPLES = sorted((HERE.parent / "samples").glob("*.txt"))
SEEDS = sorted((HERE / "data" / "seeds").glob("*.txt"))
VALIDATOR = jsonschema.Draft202012Validator(json_schema())
TEXT = (
    "On Monday, Mayor Ann Lee of Kelso received a delegation of the Dockers' Union of Varna led by "
    "its chairman, Boris Petkov. The guests toured the Rope Museum."
)
GERMAN = (
    "Am Montag empfing Bürgermeisterin Wiebke Stolz eine Delegation des Lotsenverbandes Rijeka."
)


@pytest.fixture(scope="module")
def extractor():
    return Extractor()


def mentions(report):
    """Return every mention of a report."""
    entries = [*report.dates, *report.people, *report.organizations, *report.sites]
    return [mention for entry in entries for mention in entry.mentions]


def check(text, report):
    """Say that a report keeps what every report promises."""
    for mention in mentions(report):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start < mention.end
    for evidence in report.visit.evidence:
        assert 0 <= evidence.start < evidence.end <= len(text)
    assert report.source.chars == len(text)
    VALIDATOR.validate(report.to_dict())


class TestArguments:
    def test_the_language_is_detected(self, extractor):
        assert extractor.extract(TEXT).lang == "en"
        assert extractor.extract(GERMAN).lang == "de"

    def test_the_language_of_the_extractor_holds_for_all_texts(self):
        assert Extractor(language="en").extract(GERMAN).lang == "en"

    def test_the_language_of_a_text_wins(self):
        report = Extractor(language="en").extract(GERMAN, language="de")
        assert report.lang == "de"
        assert [person.name for person in report.people] == ["Wiebke Stolz"]

    def test_an_unknown_language_is_refused_at_once(self):
        with pytest.raises(UsageError, match="tlh"):
            Extractor(language="tlh")

    def test_an_unknown_language_of_a_text_is_refused(self, extractor):
        with pytest.raises(UsageError, match="tlh"):
            extractor.extract(TEXT, language="tlh")

    def test_a_folder_of_packs_that_is_none_is_refused(self, tmp_path):
        with pytest.raises(UsageError, match="not a folder"):
            Extractor(packs=str(tmp_path / "gone"))

    def test_a_model_that_is_not_there_is_refused_when_it_is_asked(self):
        with pytest.raises(ModelError, match="no_such_model"):
            Extractor(language="en", model="no_such_model").extract(TEXT)

    def test_patterns_that_are_not_there_are_refused(self, tmp_path):
        with pytest.raises(PatternsError, match=r"gone\.jsonl"):
            Extractor(language="en", patterns=str(tmp_path / "gone.jsonl")).extract(TEXT)

    def test_patterns_keep_their_id_in_the_output(self, tmp_path):
        path = tmp_path / "own.jsonl"
        pattern = {"label": "ORG", "pattern": "Dockers' Union of Varna", "id": "Q42"}
        path.write_text(json.dumps(pattern), encoding="utf-8")
        report = Extractor(language="en", patterns=str(path)).extract(TEXT)
        (body,) = [b for b in report.organizations if b.name == "Dockers' Union of Varna"]
        assert body.mentions[0].rule == "pattern.Q42"

    def test_a_pack_from_outside_stands_in(self, tmp_path):
        (tmp_path / "en.toml").write_text(
            'language = "en"\nname = "Our English"\n[cues]\nreceive = ["hailed"]\n'
        )
        ours = Extractor(language="en", packs=str(tmp_path))
        report = ours.extract("Mr Tom Reed hailed Mr Bo Ek.")
        assert ("receive", 1) in [
            (e.rule, len(report.visit.evidence)) for e in report.visit.evidence
        ]

    def test_all_errors_are_of_one_family(self):
        assert issubclass(UsageError, VisitexError)
        assert issubclass(ModelError, UsageError)
        assert issubclass(PatternsError, UsageError)


class TestReferenceDate:
    @pytest.mark.parametrize(
        "day", [date(2021, 5, 5), datetime(2021, 5, 5, 12, 30), "2021-05-05"], ids=str
    )
    def test_it_is_a_date_or_an_iso_text(self, extractor, day):
        report = extractor.extract(TEXT, reference_date=day)
        assert report.reference_date == "2021-05-05"
        assert [(d.text, d.value) for d in report.dates] == [("Monday", "2021-05-03")]
        assert report.visit.start == report.visit.end == "2021-05-03"

    @pytest.mark.parametrize("day", ["yesterday", "05/05/2021", "2021-02-30", "2021-13-01", ""])
    def test_anything_else_is_refused(self, extractor, day):
        with pytest.raises(UsageError, match="YYYY-MM-DD"):
            extractor.extract(TEXT, reference_date=day)

    def test_without_it_a_weekday_is_not_known(self, extractor):
        report = extractor.extract(TEXT)
        assert report.reference_date is None
        assert [d.value for d in report.dates] == ["XXXX-WXX-1"]

    def test_the_date_that_the_page_carries_wins(self, extractor):
        page = f"A heading\nPublished: 2019-06-12\n\n{TEXT}\n"
        report = extractor.extract(page, reference_date="2021-05-05")
        assert report.published == "2019-06-12"
        assert "2019-06-10" in [d.value for d in report.dates]


class TestInput:
    def test_a_document_says_where_it_came_from(self, extractor, tmp_path):
        path = tmp_path / "report.txt"
        path.write_bytes(TEXT.encode("utf-16"))
        report = extractor.extract(read_document(str(path)))
        assert report.source.path == str(path)
        assert report.source.encoding == "utf-16-le"
        assert report.source.sha256 == hashlib.sha256(TEXT.encode("utf-16")).hexdigest()
        assert report.source.chars == len(TEXT)

    def test_a_text_has_no_path_and_no_encoding(self, extractor):
        source = extractor.extract(TEXT).source
        assert (source.path, source.encoding) == (None, None)
        assert source.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()

    def test_a_document_and_its_text_say_the_same(self, extractor):
        document = Document(text=TEXT, path="a.txt", sha256="0" * 64, encoding="utf-8")
        assert extractor.extract(document).people == extractor.extract(TEXT).people

    @pytest.mark.parametrize("text", ["", " \n\t", "123 456", "!?", "\U0001f600" * 20])
    def test_a_language_that_is_not_recognised_gives_a_warning(self, extractor, text):
        report = extractor.extract(text, reference_date="2021-05-05")
        assert report.lang is None
        assert report.warnings == ["language not recognised; name it with --lang"]
        assert (report.people, report.dates, report.visit.head) == ([], [], None)
        assert report.reference_date == "2021-05-05"
        check(text, report)

    @pytest.mark.parametrize("text", ["", "\n", "!?", "\ud800", "\x00\x00"])
    @pytest.mark.parametrize("language", ["en", "de"])
    def test_a_text_that_says_nothing_is_read(self, extractor, text, language):
        report = extractor.extract(text, language=language)
        assert report.people == report.organizations == report.sites == report.dates == []
        check(text, report)

    def test_a_lone_surrogate_is_written_as_an_escape(self, extractor):
        report = extractor.extract(f"{TEXT} Mr \ud800.", language="en")
        assert json.loads(report.to_json())["lang"] == "en"


class TestMany:
    def test_texts_are_read_one_by_one(self, extractor):
        taken = []

        def texts():
            for number, text in enumerate([TEXT, GERMAN, TEXT]):
                taken.append(number)
                yield text

        reports = extractor.extract_many(texts())
        assert taken == []
        assert next(reports).lang == "en"
        assert taken == [0]
        assert [report.lang for report in reports] == ["de", "en"]
        assert taken == [0, 1, 2]

    def test_the_reference_date_holds_for_all(self, extractor):
        reports = extractor.extract_many([TEXT, GERMAN], reference_date="2021-05-05")
        assert [report.visit.start for report in reports] == ["2021-05-03", "2021-05-03"]

    def test_no_texts_give_no_reports(self, extractor):
        assert list(extractor.extract_many([])) == []


class TestOffsets:
    @pytest.mark.parametrize("sample", SAMPLES + SEEDS, ids=lambda path: path.stem)
    def test_of_the_samples(self, extractor, sample):
        text = read_document(str(sample)).text
        report = extractor.extract(text)
        assert mentions(report)
        check(text, report)

    @pytest.mark.parametrize(
        "change",
        [
            lambda text: text.replace(" ", "\u00a0"),
            lambda text: text.replace("\n", "\r\n").replace(". ", ".\r\n"),
            lambda text: text.replace("Union", "Uni\u00adon").replace("Museum", "Mu\u00adseum"),
            lambda text: unicodedata.normalize("NFD", text.replace("Petkov", "Pétkóv")),
            lambda text: "\U0001f600 " + text.replace("Mayor", "\U0001f1e9\U0001f1ea Mayor"),
            lambda text: text.replace(" ", " \u200b"),
            lambda text: "\ufeff" + text,
            lambda text: text.replace("'", "’").replace(",", "，"),
        ],
        ids=["nbsp", "crlf", "soft hyphen", "decomposed", "emoji", "zero width", "bom", "quotes"],
    )
    def test_of_odd_characters(self, extractor, change):
        text = change(TEXT)
        report = extractor.extract(text, language="en", reference_date="2021-05-05")
        check(text, report)
        assert [person.name for person in report.people][:1] == ["Ann Lee"]
        assert [site.name for site in report.sites] == ["Rope Museum"]
        assert report.visit.received_by == ["Ann Lee"]
        assert [d.value for d in report.dates] == ["2021-05-03"]

    def test_names_are_tidy_where_the_text_is_not(self, extractor):
        text = TEXT.replace("Ann Lee", "Ann\u00a0L\u00adee")
        report = extractor.extract(text, language="en")
        (person,) = [p for p in report.people if p.role == "host"]
        assert person.name == "Ann Lee"
        assert person.mentions[0].text == "Ann\u00a0L\u00adee"


class TestSameOutput:
    def test_twice(self, extractor):
        for path in SAMPLES:
            text = read_document(str(path)).text
            assert extractor.extract(text).to_json() == extractor.extract(text).to_json()

    def test_after_other_texts(self, extractor):
        before = extractor.extract(TEXT).to_json()
        extractor.extract(GERMAN)
        extractor.extract(TEXT.replace("Ann Lee", "Cy Poe"))
        assert extractor.extract(TEXT).to_json() == before

    @pytest.mark.parametrize("seed", ["0", "1"])
    def test_in_a_fresh_process(self, extractor, seed):
        code = "import sys; from visitex import Extractor; print(Extractor().extract(sys.argv[1]).to_json())"
        command = [sys.executable, "-c", code, TEXT]
        run = subprocess.run(
            command,
            capture_output=True,
            encoding="utf-8",
            check=True,
            env={"PYTHONHASHSEED": seed, "PATH": "", "PYTHONIOENCODING": "utf-8"},
        )
        assert run.stdout.rstrip("\n") == extractor.extract(TEXT).to_json()


def test_a_report_is_read_back_from_its_json(extractor):
    report = extractor.extract(TEXT, reference_date="2021-05-05")
    assert msgspec.json.decode(report.to_json(), type=Report) == report


@pytest.fixture(scope="module", params=SEEDS, ids=lambda path: path.stem[:3])
def pair(request, extractor):
    gold = json.loads(request.param.with_suffix(".json").read_text(encoding="utf-8"))
    text = read_document(str(request.param)).text
    found = extractor.extract(text, reference_date=gold["reference_date"]).to_dict()
    return gold, found


class TestSeeds:
    """The two reports that the project began with: every field as its gold says."""

    def test_there_are_two(self):
        assert len(SEEDS) == 2

    @pytest.mark.parametrize("key", ["lang", "published", "reference_date"])
    def test_head(self, pair, key):
        gold, found = pair
        assert found[key] == gold[key]

    def test_dates(self, pair):
        gold, found = pair
        assert [(d["text"], d["value"], d["role"]) for d in found["dates"]] == [
            (d["text"], d["value"], d["role"]) for d in gold["dates"]
        ]

    def test_people(self, pair):
        gold, found = pair
        for person in gold["people"]:
            (other,) = [p for p in found["people"] if p["name"] == person["name"]]
            assert set(person.get("also", [])) <= set(other["also"])
            assert (other["role"], other["posts"]) == (person["role"], person["posts"])
        assert len(found["people"]) == len(gold["people"])

    @pytest.mark.parametrize("key", ["organizations", "sites"])
    def test_bodies_and_sites(self, pair, key):
        gold, found = pair
        names = [entry["name"].replace("’", "'") for entry in found[key]]
        assert sorted(names) == sorted(entry["name"] for entry in gold[key])

    def test_visit(self, pair):
        gold, found = pair
        assert {k: v for k, v in found["visit"].items() if k != "evidence"} == gold["visit"]

    def test_no_warnings(self, pair):
        assert pair[1]["warnings"] == []
