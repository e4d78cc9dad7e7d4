"""The table of all meetings in a browser: filters, addresses, order, counts, the sentence to cite, and the export."""

import csv
import gzip
import html
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, Route, expect

from browsing import DESK, PHONE, context_of, serving
from conftest import RECORD, ROOT, build_site, copy_project
from summits.dataset import DataSet
from summits.loading import load
from summits.pages.addresses import view_address, web_address
from summits.pages.rows_link import view_link
from summits.spelling import further_words, words
from summits.tables import database

browser_test = [pytest.mark.site, pytest.mark.browser]

#: Views, and the rows of each as a condition on the tables.
VIEWS = {
    "definition=summit": "summit",
    "host=us": "host = 'us'",
    "host=third&definition=leaders-meeting": "host = 'third' AND leaders_meeting",
    "us=ronald-reagan&russia=mikhail-gorbachev": (
        "id IN (SELECT meeting FROM meeting_pairs WHERE us = 'ronald-reagan' AND russia = 'mikhail-gorbachev')"
    ),
    "definition=top&decade=2010s": "top AND year BETWEEN 2010 AND 2019",
    "from=1985&to=1991": "year BETWEEN 1985 AND 1991",
    "to=1960": "year <= 1960",
    "place=reykjavik": "id IN (SELECT meeting FROM meeting_places WHERE place = 'reykjavik')",
    "state=finland": "id IN (SELECT meeting FROM meeting_places WHERE state = 'finland')",
    "topic=arms-control&contact=talks": (
        "contact = 'talks' AND id IN (SELECT meeting FROM meeting_topics WHERE topic = 'arms-control')"
    ),
    "framework=margins&agreement=any": "framework = 'margins' AND id IN (SELECT meeting FROM meeting_agreements)",
    "agreement=inf-treaty": "id IN (SELECT meeting FROM meeting_agreements WHERE agreement = 'inf-treaty')",
    "place=reykjavik&host=us": "0",
}
COLUMNS = {
    "encounter": "1",
    "top": "top",
    "leaders-meeting": "leaders_meeting",
    "summit": "summit",
}

#: What readers type, and a meeting that it finds.
TYPED = {
    "reykjavik": "1986-10-reykjavik",
    "Reykjavík 1986": "1986-10-reykjavik",
    "рейкьявик": "1986-10-reykjavik",
    "ГОРБАЧЁВ Исландия nixon": None,
    "горбачев рейган 1986": "1986-10-reykjavik",
    "Горбачёв Рейган 1986": "1986-10-reykjavik",
    "L'Aquila": "2009-07-laquila",
    "laquila": "2009-07-laquila",
    "toyako": "2008-07-toyako",
    "Tōyako": "2008-07-toyako",
    "benouville": "2014-06-benouville",
    "Bénouville": "2014-06-benouville",
    "seasick": "1989-12-malta",
    "Maxim Gorky": "1989-12-malta",
    "october 1986": "1986-10-reykjavik",
}


@pytest.fixture(scope="module")
def data() -> DataSet:
    loaded = load(ROOT / "data")
    assert loaded.data is not None
    return loaded.data


@pytest.fixture
def explorer(page: Page, home: str) -> Iterator[Page]:
    """The page of all meetings, open; an error in the console fails the test."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{home}meetings/")
    yield page
    assert said == []


def ids(data: DataSet, condition: str) -> list[str]:
    """The meetings that the tables give, in order of time."""
    found = database(data).execute(f"SELECT id FROM meetings WHERE {condition}").fetchall()  # noqa: S608 - our text
    return [one for one in data.chronology if (one,) in found]


def shown(page: Page) -> list[str]:
    """The ids of the rows that a reader sees, in the order on the page."""
    rows: list[str] = page.eval_on_selector_all(
        "[data-table] tr[data-start]", "rows => rows.filter(row => row.offsetHeight > 0).map(row => row.id)"
    )
    return rows


def visit(page: Page, fragment: str) -> None:
    """Opens a view as a reader does who follows a link to it."""
    page.goto(f"{page.url.split('#')[0]}#{fragment}")


def fragment_of(page: Page) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(page.url).fragment))


def natural(text: str) -> list[tuple[int, str]]:
    """A key that sorts G8 before G20, as readers expect."""
    return [
        (int(word), "") if word.isdigit() else (10**6, word) for word in re.findall(r"\d+|\D+", " ".join(words(text)))
    ]


def figures(said: str) -> tuple[int, int]:
    """The two figures of a sentence: how many of how many."""
    found = re.match(r"(?:(\d+|None|All)(?: of)? )?(\d+) ", said)
    assert found, said
    of = int(found[2])
    words_for = {"None": 0, "All": of, None: of}
    return (words_for[found[1]] if found[1] in words_for else int(found[1])), of


def sentence(page: Page) -> str:
    return page.locator("[data-out=sentence]").inner_text()


def export(page: Page) -> tuple[str, list[dict[str, str]]]:
    """What the button saves: the raw text, and its rows."""
    with page.expect_download() as saved:
        page.get_by_role("button", name=re.compile("as CSV")).click()
    text = Path(saved.value.path()).read_bytes().decode("utf-8")
    return text, list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


class TestInABrowser:
    pytestmark = browser_test

    def test_the_rows_and_the_figures_of_the_sentence_are_those_of_the_tables(
        self, explorer: Page, data: DataSet
    ) -> None:
        for view, condition in VIEWS.items():
            visit(explorer, view)
            definition = dict(parse_qsl(view)).get("definition", "encounter")
            expected, counting = ids(data, condition), ids(data, COLUMNS[definition])
            assert shown(explorer) == expected, view
            assert figures(sentence(explorer)) == (len(expected), len(counting)), view
            hidden = [int(one) for one in re.findall(r"(\d+) by ", explorer.locator("[data-out=status]").inner_text())]
            assert sum(hidden) == len(data.meetings) - len(expected), view

    def test_filters_combine_and_stand_in_the_address(self, explorer: Page, data: DataSet) -> None:
        explorer.get_by_label("Hosted by", exact=True).select_option("us")
        explorer.get_by_label("Contact", exact=True).select_option("talks")
        explorer.get_by_role("spinbutton", name="From").fill("1985")
        expect(explorer).to_have_url(re.compile("from=1985"))
        assert fragment_of(explorer) == {"host": "us", "contact": "talks", "from": "1985"}
        assert shown(explorer) == ids(data, "host = 'us' AND contact = 'talks' AND year >= 1985")

    def test_a_view_is_the_same_for_whoever_opens_its_address(
        self, explorer: Page, browser: Browser, home: str
    ) -> None:
        explorer.get_by_label("State", exact=True).select_option("finland")
        explorer.get_by_role("radio", name="Leaders' meetings").check()
        explorer.get_by_role("button", name="Days").click()
        expect(explorer).to_have_url(re.compile("sort=days"))
        context = context_of(browser, home, [], viewport=PHONE)
        other = context.new_page()
        other.goto(explorer.url)
        assert shown(other) == shown(explorer)
        assert sentence(other) == sentence(explorer)
        assert other.locator("select[name=state]").input_value() == "finland"
        context.close()

    def test_back_and_forward_walk_through_the_views(self, explorer: Page) -> None:
        explorer.get_by_label("Hosted by", exact=True).select_option("us")
        expect(explorer).to_have_url(re.compile("host=us$"))
        explorer.get_by_label("Contact", exact=True).select_option("talks")
        expect(explorer).to_have_url(re.compile("contact=talks"))
        both = shown(explorer)
        explorer.go_back()
        expect(explorer.get_by_label("Contact", exact=True)).to_have_value("")
        assert len(shown(explorer)) > len(both)
        explorer.go_back()
        expect(explorer.get_by_label("Hosted by", exact=True)).to_have_value("")
        assert fragment_of(explorer) == {}
        explorer.go_forward()
        explorer.go_forward()
        expect(explorer.get_by_label("Contact", exact=True)).to_have_value("talks")
        assert shown(explorer) == both

    def test_a_word_typed_is_one_step_back(self, explorer: Page) -> None:
        explorer.get_by_role("searchbox", name="Title").press_sequentially("reykjavik", delay=250)
        expect(explorer).to_have_url(re.compile("q=reykjavik$"))
        explorer.go_back()
        expect(explorer.get_by_role("searchbox", name="Title")).to_have_value("")

    def test_a_place_on_the_page_leaves_the_view_as_it_is(self, explorer: Page) -> None:
        visit(explorer, "host=us")
        rows = shown(explorer)
        visit(explorer, "1990s")
        assert shown(explorer) == rows
        visit(explorer, "host=russia")
        explorer.go_back()
        assert shown(explorer) == rows

    def test_what_the_record_does_not_have_is_ignored_and_what_it_does_not_know_is_said(self, explorer: Page) -> None:
        visit(explorer, "host=us&colour=red&topic=xyzzy&from=yesterday&sort=weight")
        assert len(shown(explorer)) == len(explorer.locator("[data-table] tr[data-host=us]").all())
        status = explorer.locator("[data-out=status]").inner_text()
        assert "topic=xyzzy, from=yesterday, sort=weight" in status
        assert "colour" not in status
        assert explorer.locator("[data-out=address]").inner_text().endswith("/meetings/#host=us")

    def test_heads_sort_by_keyboard_and_say_so(self, explorer: Page) -> None:
        date, title = (explorer.locator(f"th[data-sort={key}]") for key in ("start", "title"))
        expect(date).to_have_attribute("aria-sort", "ascending")
        in_time = shown(explorer)
        explorer.get_by_role("button", name="Date").focus()
        explorer.keyboard.press("Enter")
        expect(date).to_have_attribute("aria-sort", "descending")
        assert shown(explorer) == in_time[::-1]
        explorer.keyboard.press("Tab")
        explorer.keyboard.press("Space")
        expect(title).to_have_attribute("aria-sort", "ascending")
        assert date.get_attribute("aria-sort") is None
        assert explorer.locator("[data-out=caption]").inner_text() == "Meetings by title, from A to Z"
        titles = explorer.locator("[data-table] tr[data-start] th").all_inner_texts()
        assert titles == sorted(titles, key=natural)
        assert explorer.evaluate("document.activeElement.textContent") == "Meeting"
        assert fragment_of(explorer) == {"sort": "title"}

    def test_what_is_not_known_comes_last_in_either_order(self, explorer: Page) -> None:
        for sort in ("days", "-days"):
            visit(explorer, f"sort={sort}")
            days = explorer.locator("[data-table] td.explorer-days").all_inner_texts()
            known = [int(one) for one in days if one]
            assert days == [*map(str, known), *[""] * (len(days) - len(known))]
            assert known == sorted(known, reverse=sort == "-days")

    def test_every_count_follows_the_definition(self, explorer: Page, data: DataSet) -> None:
        explorer.get_by_role("radio", name="Summits").check()
        expect(explorer).to_have_url(re.compile("definition=summit"))
        summits = ids(data, "summit")
        assert shown(explorer) == summits
        for body in explorer.locator("tbody[data-decade]:not([hidden])").all():
            number = len(ids(data, f"summit AND year / 10 * 10 = {str(body.get_attribute('id'))[:4]}"))
            assert f"{number} summit" in body.locator("[data-number]").inner_text()
        option = explorer.locator("select[name=host] option[value=us]")
        assert option.inner_text() == f"United States ({len(ids(data, 'summit AND host = ' + repr('us')))})"
        assert explorer.locator("select[name=contact] option[value=conversation]").is_disabled()
        assert explorer.locator("[data-out=meaning]").inner_text().startswith("Summits: ")
        assert sentence(explorer).startswith(f"{len(summits)} summits ")

    def test_text_is_found_in_either_alphabet_with_and_without_marks(self, explorer: Page) -> None:
        for typed, found in TYPED.items():
            explorer.get_by_role("searchbox", name="Title").fill(typed)
            expect(explorer.locator("[data-out=sentence]")).to_contain_text(f"\u201c{typed}\u201d")
            assert (found in shown(explorer)) if found else shown(explorer) == [], typed
            assert len(shown(explorer)) <= 15, typed

    def test_the_sentence_says_definition_filters_version_and_address(self, explorer: Page, data: DataSet) -> None:
        view = "us=ronald-reagan&russia=mikhail-gorbachev&from=1985&to=1986&definition=summit"
        visit(explorer, view)
        cited = explorer.locator("[data-out=citation]").inner_text()
        assert "were attended by Ronald Reagan and Mikhail Gorbachev and began from 1985 to 1986." in cited
        assert cited.startswith("2 of ")
        assert "Summits: top leaders held talks" in cited
        assert f"data version {data.version}" in cited
        assert ("not complete yet" if data.subject.complete_to is None else "up to") in sentence(explorer)
        assert f"{explorer.url.split('#')[0]}#us=ronald-reagan&russia=mikhail-gorbachev" in cited
        visit(explorer, "place=reykjavik&host=us")
        assert sentence(explorer).startswith("None of ")
        assert " was hosted by the United States and took place in Reykjavik." in sentence(explorer)

    def test_the_sentence_can_be_copied(self, explorer: Page, home: str) -> None:
        explorer.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=home.rstrip("/"))
        visit(explorer, "host=us")
        explorer.get_by_role("button", name="Copy this sentence").press("Enter")
        expect(explorer.locator("[data-out=spoken]")).to_have_text("Copied.")
        copied = explorer.evaluate("navigator.clipboard.readText()")
        assert copied == " ".join(explorer.locator("[data-out=citation]").inner_text().split())
        assert copied.endswith("/meetings/#host=us")

    def test_the_file_holds_exactly_the_rows_that_are_shown(self, explorer: Page, data: DataSet) -> None:
        visit(explorer, "state=us&sort=-title")
        text, rows = export(explorer)
        assert text.startswith("\ufeffid,title,start,end,days,")
        assert text.endswith("\r\n")
        assert [row["id"] for row in rows] == shown(explorer)
        documented = explorer.locator("[data-column] code").all_text_contents()
        assert list(rows[0]) == documented
        for row in rows:
            meeting = data.meetings[row["id"]]
            assert row["title"] == meeting.title
            assert row["start"] == str(meeting.days[0].earliest)
            assert row["places"] == "; ".join(data.places[one].name for one in meeting.place)
            topics = meeting.topics if isinstance(meeting.topics, tuple) else ()
            assert len(row["topics"].split("; ")) == max(len(topics), 1)
            assert row["address"].endswith(f"/meetings/{row['id']}/")

    def test_the_figures_of_the_summary_lead_to_their_rows(self, explorer: Page, data: DataSet) -> None:
        explorer.locator(".explorer-summary tbody tr").nth(3).get_by_role("link").nth(4).click()
        expect(explorer).to_have_url(re.compile("decade=1980s&definition=summit"))
        assert shown(explorer) == ids(data, "summit AND year BETWEEN 1980 AND 1989")
        expect(explorer.locator("[data-out=status]")).to_be_focused()

    def test_filters_are_taken_away_one_by_one_and_all_at_once(self, explorer: Page, data: DataSet) -> None:
        visit(explorer, "host=us&contact=talks&q=moscow&sort=title")
        explorer.get_by_role("button", name="Take away: Contact: Talks").click()
        assert fragment_of(explorer) == {"host": "us", "q": "moscow", "sort": "title"}
        expect(explorer.locator("[data-out=status]")).to_be_focused()
        explorer.get_by_role("button", name="Reset all").click()
        assert fragment_of(explorer) == {}
        assert shown(explorer) == list(data.chronology)

    def test_on_a_phone_the_filters_are_folded_and_the_table_is_a_table(self, browser: Browser, home: str) -> None:
        context = context_of(browser, home, [], viewport=PHONE)
        phone = context.new_page()
        phone.goto(f"{home}meetings/")
        assert not phone.get_by_label("Hosted by", exact=True).is_visible()
        phone.get_by_text("Filter the meetings").press("Enter")
        assert phone.get_by_label("Hosted by", exact=True).is_visible()
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
        displays = "els => [...new Set(els.map(el => getComputedStyle(el).display))]"
        assert phone.eval_on_selector_all("[data-table] tr[data-start]", displays) == ["table-row"]
        assert phone.eval_on_selector_all("[data-table] tr[data-start] > *", displays) == ["table-cell"]
        assert phone.get_by_role("region", name="Meetings by date, the earliest first").get_attribute("tabindex") == "0"
        context.close()

    def test_nothing_moves_when_the_script_arrives(self, browser: Browser, home: str) -> None:
        for size in (PHONE, DESK):
            context = context_of(browser, home, [], viewport=size)
            page = context.new_page()
            page.add_init_script(
                "window.moved = 0; new PerformanceObserver(list => { for (const one of list.getEntries())"
                " window.moved += one.value }).observe({type: 'layout-shift', buffered: true})"
            )
            page.goto(f"{home}meetings/", wait_until="networkidle")
            assert page.evaluate("window.moved") < 0.02
            context.close()

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
    def test_axe_finds_nothing_in_the_explorer(
        self, size: dict[str, int], scheme: str, browser: Browser, home: str
    ) -> None:
        context = context_of(browser, home, [], viewport=size, color_scheme=scheme)
        page = context.new_page()
        page.goto(f"{home}meetings/#host=us&sort=days")
        page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
        found = Axe().run(page, context="article", options={"resultTypes": ["violations"]})
        assert [(one["id"], one["nodes"][0]["html"]) for one in found.response["violations"]] == []
        context.close()

    def test_it_needs_no_script_in_the_page(self, page: Page, home: str) -> None:
        def strictly(route: Route) -> None:
            answer = route.fetch()
            route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": "script-src 'self'"})

        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text) if "explorer" in message.text else None)
        page.route(f"{home}meetings/", strictly)
        page.goto(f"{home}meetings/")
        page.get_by_label("Hosted by", exact=True).select_option("us")
        expect(page).to_have_url(re.compile("host=us$"))
        _, rows = export(page)
        assert {row["host"] for row in rows} == {"us"}
        assert refused == []

    def test_it_works_from_a_folder(self, browser: Browser, site: Path) -> None:
        context = browser.new_context(viewport=DESK)
        page = context.new_page()
        said: list[str] = []
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{(site / 'meetings' / 'index.html').as_uri()}#host=us")
        page.get_by_label("Contact", exact=True).select_option("talks")
        expect(page).to_have_url(re.compile("host=us&contact=talks"))
        assert [
            one for one in said if "search_index" not in one
        ] == []  # Material's search, whose index is no file here
        context.close()

    def test_without_scripts_the_table_is_whole(self, browser: Browser, home: str, data: DataSet) -> None:
        context = context_of(browser, home, [], viewport=DESK, java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{home}meetings/")
        rows = page.locator("[data-table] tr[data-start]")
        assert rows.count() == len(data.meetings)
        assert all(row.is_visible() for row in rows.all())
        assert not page.locator("form.explorer-form").is_visible()
        assert not page.get_by_role("button", name=re.compile("Copy|Download|Reset")).count()
        assert sentence(page).startswith(f"{len(data.meetings)} encounters ")
        page.get_by_role("link", name="1990s").click()
        assert page.url.endswith("#1990s")
        context.close()


#: Titles that a spreadsheet would run, or that would break a file or a page.
ODD = ('=HYPERLINK("https://x.example","go"), <b>&amp; "so"', "@Harbour")


@pytest.fixture(scope="module")
def odd_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small record with odd titles, built and served."""
    project = copy_project(tmp_path_factory.mktemp("odd") / "project", RECORD / "data")
    path = project / "data" / "summits.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in zip(("Lakeside Summit", "Harbour Conversation"), ODD, strict=True):
        text = text.replace(f"title: {old}", f"title: '{new}'")
    path.write_text(text, encoding="utf-8")
    done = build_site(project)
    assert done.returncode == 0, done.stderr
    with serving(project / "site") as address:
        yield address


class TestOddTitles:
    pytestmark = browser_test

    def test_no_spreadsheet_takes_a_value_for_a_formula(self, browser: Browser, odd_home: str) -> None:
        context = context_of(browser, odd_home, [], viewport=DESK)
        page = context.new_page()
        page.goto(f"{odd_home}meetings/")
        assert page.locator("[data-table] tr[data-start] th").all_inner_texts() == list(ODD)
        _, rows = export(page)
        assert [row["title"] for row in rows] == [f"'{title}" for title in ODD]
        assert rows[0]["leaders_us"] == "Ada North"
        context.close()

    def test_the_explorer_knows_nothing_of_one_pair_of_countries(self, browser: Browser, odd_home: str) -> None:
        context = context_of(browser, odd_home, [], viewport=DESK)
        page = context.new_page()
        page.goto(f"{odd_home}meetings/#us=ada-north&host=us")
        assert "was attended by Ada North and was hosted by the Northland." in sentence(page)
        assert page.locator("select[name=us]").evaluate("select => select.labels[0].textContent") == "Northland"
        context.close()


@pytest.mark.site
def test_every_view_that_a_page_links_to_names_what_the_explorer_has(site: Path) -> None:
    explorer = BeautifulSoup((site / "meetings/index.html").read_text(encoding="utf-8"), "html.parser")
    controls = explorer.select("form [name] option[value], form input[name=definition]")
    known = {(str((one if one.name == "input" else one.parent)["name"]), str(one["value"])) for one in controls}
    views = set()
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        views |= set(re.findall(r'(?:href|data-view)="(?:(?:\.\./)*meetings/|\.\./|)#([^"=]+=[^"]*)"', text))
    assert len(views) > 20
    assert [view for view in views if not set(parse_qsl(html.unescape(view))) <= known] == []


@pytest.mark.site
def test_search_leads_to_the_meetings_and_not_to_their_table(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    found = [one["text"] for one in index["docs"] if one["location"].partition("#")[0] == "meetings/"]
    assert "Reykjavik" not in "".join(found)


@pytest.mark.site
def test_a_row_costs_little(site: Path, data: DataSet) -> None:
    text = (site / "meetings/index.html").read_text(encoding="utf-8")
    table = text[text.index('<table class="explorer-table"') : text.rindex("</tbody>")]
    assert len(gzip.compress(table.encode())) / len(data.meetings) < 150


def test_addresses_lead_from_page_to_page() -> None:
    assert web_address("meetings/index.md", "people/ada-north.md") == "../people/ada-north/"
    assert web_address("people/ada-north.md", "meetings/index.md#x") == "../../meetings/#x"
    assert web_address("meetings/index.md", "meetings/1986-10-reykjavik.md") == "1986-10-reykjavik/"
    assert web_address("index.md", "meetings/index.md") == "meetings/"
    assert web_address("meetings/1986-10-reykjavik.md", "index.md") == "../../"
    assert web_address("meetings/index.md", "meetings/index.md") == "./"
    assert view_address("meetings/index.md", host="us", q="a b&c") == "#host=us&q=a+b%26c"


def test_a_link_to_a_view_is_html_whatever_it_says() -> None:
    link = view_link("counts/index.md", "12 *meetings*", host="us", decade="1980s")
    assert link == '<a href="../meetings/#host=us&amp;decade=1980s">12 &#42;meetings&#42;</a>'


def test_words_beside_a_name_are_those_that_it_does_not_show() -> None:
    assert words("Höfði-House, Горбачёв") == ["hofði", "house", "горбачев"]
    assert further_words("Höfði House", ["Hofdi House", "Хёфди", None]) == "hofdi хефди"
    assert further_words("L'Aquila", []) == "laquila"
