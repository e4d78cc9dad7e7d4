"""The built site in a browser."""

import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_a_page_answers_without_an_error_in_the_console(page: Page, home: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{home}meetings/1986-10-reykjavik/")
    assert page.locator("h1").inner_text().startswith("Reykjavik Summit")
    assert said == []


def test_search_as_typed_finds_reykjavik_first(page: Page, home: str) -> None:
    page.goto(home)
    page.keyboard.press("/")
    page.keyboard.type("Reykjavik 1986")
    first = page.locator(".md-search-result__link").first
    first.wait_for()
    assert "1986-10-reykjavik" in str(first.get_attribute("href"))
