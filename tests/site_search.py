"""Material's own search worker, run on a built index in a bare JavaScript engine."""

import json
from pathlib import Path
from typing import Any

from py_mini_racer import MiniRacer

# What the worker expects of a browser: messages in and out, and nothing to load.
BROWSER = """
var self = this, sent = [], receive = null;
function addEventListener(name, listener) { receive = listener; }
function postMessage(message) { sent.push(message); }
function importScripts() {}
var console = {warn: function () {}, log: function () {}};
"""


class SiteSearch:
    """Answers queries as the search box of a built site does."""

    def __init__(self, site: Path) -> None:
        worker = next((site / "assets" / "javascripts" / "workers").glob("search.*.min.js"))
        index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
        self.engine = MiniRacer()
        self.engine.eval(BROWSER)
        self.engine.eval(worker.read_text(encoding="utf-8"))
        self._send({"type": 0, "data": {**index, "options": {"suggest": False}}})

    def pages(self, query: str) -> list[str]:
        """The addresses of the pages found, the best first."""
        items = self._send({"type": 2, "data": query})[0]["data"]["items"]
        return list(dict.fromkeys(group[0]["location"].split("#")[0] for group in items))

    def _send(self, message: dict[str, Any]) -> list[Any]:
        self.engine.eval(f"sent.length = 0; receive({{data: {json.dumps(message)}}}); 1")
        answer: list[Any] = json.loads(str(self.engine.eval("JSON.stringify(sent)")))
        return answer
