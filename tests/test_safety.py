"""Safety of the built site: nothing from another host, no script but ours, no complaint of the browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from browsing import context_of
from crawling import Crawl, listened

pytestmark = pytest.mark.site

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


@pytest.fixture(scope="module")
def texts(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}


def test_every_page_has_a_policy_before_its_first_script(texts: dict[str, str]) -> None:
    for path, text in texts.items():
        found = POLICY.findall(text)
        assert len(found) == 1, path
        assert "unsafe-inline" not in found[0], path
        assert "unsafe-eval" not in found[0], path
        assert text.index("Content-Security-Policy") < min(text.index("<link"), text.find("<script") % (1 << 40)), path


def test_no_element_has_an_event_handler_and_no_link_runs_a_script(texts: dict[str, str]) -> None:
    for path, text in texts.items():
        assert not re.search(r"<[a-z][^<>]*\son[a-z]+\s*=", text), path
        assert not re.search(r"(?:href|src)\s*=\s*[\"']?\s*javascript:", text, re.IGNORECASE), path


def test_every_link_to_another_host_has_rel(texts: dict[str, str]) -> None:
    for path, text in texts.items():
        for link in re.findall(r"<a\b[^>]*href=\"https?://[^>]*>", text):
            assert {"noopener", "external"} <= set(re.findall(r'rel="([^"]*)"', link)[0].split()), (path, link)


@pytest.mark.browser
def test_no_page_asks_another_host(crawled: Crawl) -> None:
    assert crawled.strangers == []


@pytest.mark.browser
def test_no_page_breaks_its_policy_or_has_an_error(crawled: Crawl) -> None:
    assert crawled.complaints == []


@pytest.mark.browser
def test_using_a_page_breaks_no_policy(page: Page, home: str) -> None:
    said = listened(page)
    page.goto(f"{home}meetings/1986-10-reykjavik/")
    page.locator("a.footnote-ref").first.hover()
    page.locator("label.md-header__button:visible").first.click()
    page.keyboard.press("/")
    page.keyboard.type("Reykjavik")
    page.locator(".md-search-result__link").first.wait_for()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.evaluate("scrollTo(0, 0)")
    assert said == []


@pytest.mark.browser
def test_a_script_that_somebody_got_into_a_page_does_not_run(browser: Browser, home: str) -> None:
    context = context_of(browser, home, [])

    def smuggle(route: Route) -> None:
        answer = route.fetch()
        text = answer.text().replace("</article>", "<script>window.smuggled = 1</script></article>")
        headers = {name: value for name, value in answer.headers.items() if "security" not in name}
        route.fulfill(response=answer, body=text, headers=headers)

    page = context.new_page()
    said = listened(page)
    page.route("**/method/", smuggle)
    page.goto(f"{home}method/")
    assert page.evaluate("window.smuggled") is None
    assert any("policy: script-src" in line for line in said), said
    context.close()
