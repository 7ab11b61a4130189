"""The page in a headless Chromium: it runs without errors, obeys the reader and no report."""

from __future__ import annotations

import shutil

import msgspec
import pytest

from visitex.export.view import write_view
from visitex.report import Mention, Site

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
pytestmark = pytest.mark.skipif(
    BROWSER is None, reason="no Chromium here: apt-get install chromium"
)
HOSTILE = (
    "</script><script>window.pwned = 1</script><img src=x onerror='window.pwned = 2'>"
    '" onload="window.pwned = 3" \u202egnp.exe\u202c \u2067x\u2069 \ud800 {{scripts}} javascript:alert(1)'
)


@pytest.fixture(scope="module")
def chromium():
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def show(chromium, tmp_path):
    """Write a page of reports and open it; what goes wrong in it fails the test."""
    problems, pages = [], []

    def call(*pairs, **options):
        path = tmp_path / "view.html"
        with path.open("wb") as stream:
            write_view(pairs, stream)
        page = chromium.new_page(**options)
        pages.append(page)
        page.on("console", lambda message: problems.append(message.text))
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("dialog", lambda dialog: problems.append(dialog.message))
        page.on(
            "request", lambda asked: problems.extend([asked.url] * (asked.url != path.as_uri()))
        )
        page.goto(path.as_uri())
        return page

    yield call
    for page in pages:
        page.close()
    assert problems == []


def named(report, **changes):
    return msgspec.structs.replace(report, **changes)


def dated(report, day, *, lang="en", head="Ann Lee"):
    visit = named(report.visit, start=day, end=day)
    people = [named(report.people[0], name=head), *report.people[1:]]
    return named(report, lang=lang, visit=visit, people=people)


def wait_for(page, selector, text):
    """Wait for what comes after a pause; the policy forbids playwright's own ``eval`` of strings."""
    from playwright.sync_api import expect  # noqa: PLC0415

    expect(page.locator(selector)).to_have_text(text)


def texts(page, selector):
    return page.locator(selector).all_inner_texts()


def test_mentions_are_where_they_are_and_the_card_tells_the_visit(show, report, text):
    page = show((report, text))
    expected = ["6 May 2024", "Ann Lee", "Pilots\u2019 Guild", "Bo Dahl", "Mill Hall"]
    assert texts(page, "mark") == expected
    card = page.inner_text(".visit")
    assert ["2024-05-06" in card, "Kelso" in card, "Ann Lee" in card] == [True] * 3
    assert page.title() == "=Guests!"
    assert page.evaluate("document.querySelector('.text').textContent") == text


def test_nested_mentions_light_up_with_their_entries_and_back(show, report, text):
    start = text.index("Hall")
    inner = Mention(text="Hall", start=start, end=start + 4, rule="test")
    sites = [*report.sites, Site(id="s2", name="Hall", also=[], mentions=[inner])]
    page = show((named(report, sites=sites), text))
    assert texts(page, "mark.k-s") == ["Mill ", "Hall"]
    page.hover(".kind-s li >> nth=0")
    assert texts(page, "mark.lit") == ["Mill ", "Hall"]
    page.hover(".kind-s li >> nth=1")
    assert texts(page, "mark.lit") == ["Hall"]
    page.hover("mark >> text=Mill")
    assert texts(page, "li.lit strong") == ["Mill Hall"]


def test_furniture_is_greyed(show, report, text):
    page = show((report, text + "\n\nShare on Facebook | Twitter\n"))
    assert [piece.strip() for piece in texts(page, ".text .grey")] == [
        "Share on Facebook | Twitter"
    ]


def test_the_keyboard_goes_everywhere(show, report, text):
    page = show((report, text))
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.type("bo d")
    assert texts(page, ".kind-p li:visible strong") == ["Ms Bo Dahl"]
    assert page.evaluate("CSS.highlights.get('found').size") == 1
    page.keyboard.press("Escape")
    assert page.locator(".kind-p li:visible").count() == 2
    page.keyboard.press("Tab")
    here = "document.activeElement.textContent"
    assert page.evaluate(here) == "6 May 2024"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(here) == "Ann Lee"
    page.keyboard.press("End")
    assert page.evaluate(here) == "Mill Hall"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "LI"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MARK"


@pytest.mark.parametrize("times", [1, 2])
def test_a_hostile_report_does_nothing(show, report, times):
    mention = Mention(text=HOSTILE, start=0, end=len(HOSTILE), rule="test")
    bad = named(
        report,
        source=named(report.source, title=HOSTILE, path=HOSTILE, url="javascript:alert(1)"),
        sites=[Site(id="s1", name=HOSTILE, also=[HOSTILE], mentions=[mention])],
        people=[named(person, name=HOSTILE + person.name, mentions=[]) for person in report.people],
        organizations=[],
        dates=[],
        warnings=[HOSTILE],
    )
    page = show(*[(bad, HOSTILE)] * times)
    if times > 1:
        for tab in ("people", "sites", "meetings", "visits"):
            page.click(f"#tab-{tab}")
        page.click("tbody .link >> nth=0")
    assert page.evaluate("window.pwned") is None
    assert page.locator("img, a, iframe").count() == 0
    assert "<img src=x onerror=" in page.inner_text(".text mark")
    assert texts(page, ".text .hidden-char") == ["U+202E", "U+202C", "U+2067", "U+2069", "U+D800"]
    shown = page.evaluate("document.body.querySelector('#page').textContent + document.title")
    assert not set(shown) & {"\u202e", "\u202c", "\u2067", "\u2069"}


def test_the_policy_holds_against_a_script_that_asks_out(chromium, report, text, tmp_path):
    with (tmp_path / "view.html").open("wb") as stream:
        write_view([(report, text)], stream)
    page = chromium.new_page()
    page.goto((tmp_path / "view.html").as_uri())
    assert page.evaluate("fetch('data:,x').then(() => 'passed', () => 'blocked')") == "blocked"
    page.close()


def test_filters_over_many_reports(show, report, text):
    page = show(
        (dated(report, "2020-01-05"), text),
        (dated(report, "2021-03-05", lang="de", head="Cléo Ost"), None),
        (dated(report, "2022-06-05"), None),
    )
    rows = "tbody tr .when"
    assert texts(page, rows) == ["2022-06-05", "2021-03-05", "2020-01-05"]
    page.fill("input[type=search]", "cleo")
    wait_for(page, ".total", "1 of 3 reports")
    assert texts(page, rows) == ["2021-03-05"]
    page.click("text=Clear")
    page.select_option("select", "en")
    assert texts(page, rows) == ["2022-06-05", "2020-01-05"]
    page.fill("input[type=date] >> nth=0", "2021-01-01")
    page.locator("input[type=date] >> nth=0").dispatch_event("change")
    assert texts(page, rows) == ["2022-06-05"]
    page.click("text=Clear")
    page.click("#tab-people")
    assert texts(page, "tbody tr td:nth-child(-n+2)") == [
        "Bo Dahl",
        "3",
        "Ann Lee",
        "2",
        "Cléo Ost",
        "1",
    ]
    page.click("tbody .link >> text=Cléo")
    assert texts(page, rows) == ["2021-03-05"]
    page.click("tbody .link")
    assert "not at hand" in page.inner_text(".text")
    page.go_back()
    assert texts(page, rows) == ["2021-03-05"]


def test_a_click_on_a_bar_keeps_its_visits(show, report):
    days = ["2020-01-05", "2020-01-05", "2020-01-09"]
    page = show(*[(dated(report, day), None) for day in days])
    box = page.locator(".timeline canvas").bounding_box()
    slot = (box["width"] - 40 - 12) / 5
    page.mouse.click(box["x"] + box["width"] - 12 - slot / 2, box["y"] + 100)  # the fifth day
    assert page.inner_text(".total") == "1 of 3 reports"
    assert texts(page, "tbody tr .when") == ["2020-01-09"]


def test_who_met_whom(show, report):
    page = show((report, None), (dated(report, "2021-03-05", head="Cléo Ost"), None))
    page.click("#tab-meetings")
    assert page.inner_text(".box figcaption").startswith("3 people, 2 pairs.")
    assert page.locator(".graph canvas").count() == 1
    page.click(".switch button >> text=organizations")
    assert page.inner_text(".box figcaption").startswith("2 organizations, 1 pair.")


def test_five_thousand_reports_are_shown_a_page_at_a_time(show, report):
    pairs = [
        (dated(report, f"{2000 + n % 25}-{n % 12 + 1:02}-05", head=f"Ann Lee {n}"), None)
        for n in range(5000)
    ]
    page = show(*pairs)
    assert page.locator("tbody tr").count() == 50
    assert "1–50 of 5,000 visits" in page.inner_text(".box")
    page.click("text=Next")
    assert "51–100 of 5,000" in page.inner_text(".box")
    page.fill("input[type=search]", "lee 4321")
    wait_for(page, ".total", "1 of 5,000 reports")
    page.click("text=Clear")
    page.click("#tab-meetings")
    assert page.inner_text(".box figcaption").startswith("Capped: the 120 of 5,001 people")


def test_print_leaves_the_tools_out_and_keeps_the_marks(show, report, text):
    page = show((report, text), color_scheme="dark")
    page.emulate_media(media="print")
    assert page.locator(".tools").is_hidden()
    assert page.locator(".visit").is_visible()
    style = page.locator("mark.k-p >> nth=0").evaluate("node => ({...getComputedStyle(node)})")
    assert style["printColorAdjust"] == "exact"
    assert style["color"] == "rgb(0, 0, 0)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_written_can_be_read(show, report, text, scheme):
    """Every pair of ink and ground has the contrast that WCAG asks of text, 4.5 to 1."""
    page = show((report, text), color_scheme=scheme)
    kinds = "posd"
    pairs = [(ink, ground) for ink in ("ink", "faint", "accent") for ground in ("card", "paper")]
    pairs += [("ink", kind) for kind in kinds] + [("card", f"{kind}-line") for kind in kinds]
    get = "name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()"
    colours = {name: page.evaluate(get, name) for name in {name for pair in pairs for name in pair}}
    faint = [pair for pair in pairs if contrast(*(colours[name] for name in pair)) < 4.5]
    assert faint == []


def contrast(*colours):
    low, high = sorted(map(luminance, colours))
    return (high + 0.05) / (low + 0.05)


def luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
