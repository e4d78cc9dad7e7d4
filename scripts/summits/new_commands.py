"""The command that adds a record: `summits new meeting`, `new person` and so on."""

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from summits.adding.additions import Addition, addition, with_file
from summits.adding.answers import Answers, Ask, completed
from summits.adding.questions import ONE, Question, all_questions, of_subject, to_begin
from summits.adding.refusal import AddingError
from summits.dataset import DataSet
from summits.loading import load, subject_in
from summits.models import KINDS, NOUNS
from summits.options import ROOT, Examples, root_option
from summits.output import replace_file
from summits.pages.drafts import WITH_PAGES
from summits.problem import Problem
from summits.reporting import render, render_notices
from summits.schema_files import renew_ids
from summits.text import read_text

#: Problems of a file that do not hinder adding to it.
HARMLESS = frozenset({"carriage-return"})
EXAMPLES = {
    "meeting": "summits new meeting --date 2026-03-01 --place harbour",
    "person": 'summits new person --name "Ada North" --office OFFICE --state STATE --term 2029-01-20/..',
    "place": "summits new place --name Harbour --state STATE",
    "agreement": 'summits new agreement --title "A treaty" --kind treaty --parties STATE --parties STATE',
    "source": 'summits new source --title "A page" --publisher "A paper" --url https://example.org/page',
    "claim": 'summits new claim --statement "They never met." --said-by "A paper" --said 2026-03-01 --kind fact',
    "count": 'summits new count --title "Meetings in Harbour" --said-by "A paper" --said 2026-03-01 --total 3',
    "not-held": 'summits new not-held --title "A plan" --planned 2026-05 --place harbour',
    "correction": (
        "summits new correction --title WHAT --kind correction --record ID --field days "
        "--before WHAT --now WHAT --because WHY"
    ),
}


@click.group()
def new() -> None:
    """Adds an annotated draft of a record to its file; what is not told is asked for."""


class NewCommand(Examples):
    """Adds a record of one kind. The options of sides are those of the project's own subject."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.always, self.example = list(self.params), self.epilog

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The usual context, with an option for each side of the project that is worked on."""
        subject = subject_in(_root_of(args) / "data")
        told = of_subject(ONE[self.name or ""], subject) if subject else ()
        own = {param.name for param in self.always}
        self.params = [*self.always, *(one for one in map(_option, told) if one.name not in own)]
        self.epilog = self.example and self.example + "".join(f" --{one.side} NAME" for one in told if one.side)
        return super().make_context(info_name, args, parent, **extra)


def _root_of(args: list[str]) -> Path:
    """The project that the arguments name, read before the others are."""
    for number, one in enumerate(args):
        if one == "--root" and number + 1 < len(args):
            return Path(args[number + 1])
        if one.startswith("--root="):
            return Path(one.removeprefix("--root="))
    return ROOT


def _option(question: Question) -> click.Option:
    about = question.about
    about += f" One of {', '.join(question.choices)}." if question.choices else ""
    about += " Given again for each further one." if question.several else ""
    name = question.option.replace("-", "_")
    metavar = {"people": "NAME", "places": "PLACE"}.get(question.names, "TEXT")
    return click.Option([f"--{question.option}", name], multiple=True, metavar=metavar, help=about)


def _command(word: str, kind: str) -> click.Command:
    own = [_option(one) for one in all_questions(kind, None)]
    wanted = click.Option(["--id", "wanted"], metavar="ID", help="The id, where the one that is made will not do.")

    @root_option
    def run(root: Path, wanted: str | None, **typed: tuple[str, ...]) -> None:
        _add(root, kind, {name: list(values) for name, values in typed.items()}, wanted)

    command = click.command(word, cls=NewCommand, params=[*own, wanted], epilog=EXAMPLES.get(word))(run)
    command.help = f"Adds a draft of {NOUNS[kind]} to data/{KINDS[kind][0]}."
    return command


for _word, _kind in ONE.items():
    if _kind in KINDS:
        new.add_command(_command(_word, _kind))


def _add(root: Path, kind: str, typed: dict[str, list[str]], wanted: str | None) -> None:
    """Adds the draft and prints where it stands and what it still needs."""
    data = load(root / "data").data
    if data is None:
        raise click.ClickException("the subject cannot be read; see `summits check`")
    file = root / "data" / KINDS[kind][0]
    asked = {one.option.replace("-", "_"): one for one in all_questions(kind, data.subject)}
    given: Answers = {asked[name]: values for name, values in typed.items() if values}
    try:
        text = _readable(file)
        data = with_file(data, kind, text)
        answers = completed(data, kind, given, _asker())
        made = addition(data, kind, text, answers, wanted, str(dt.date.today()))
    except AddingError as error:
        raise click.ClickException(_refusal(data, kind, str(error))) from None
    except click.Abort:
        raise click.ClickException("nothing was added") from None
    replace_file(file, made.text.encode())
    _tell(root, kind, made)


def _refusal(data: DataSet, kind: str, said: str) -> str:
    """Everything that hinders, a line each; with a hint what a record begins with where options are missing."""
    hindering = "nothing was added\n  " + "\n  ".join(said.split("\n"))
    if ": missing. " not in said:
        return hindering
    needed = " ".join(f"--{one.option}" for one in to_begin(data, kind))
    return f"{hindering}\nA record of this kind begins with {needed}."


def _readable(file: Path) -> str:
    text, problems = read_text(file, f"data/{file.name}")
    hindering = [one for one in problems if one.code not in HARMLESS]
    if hindering:
        raise AddingError(f"data/{file.name} cannot be read: {hindering[0].message}; see `summits check`")
    return text


def _asker() -> Ask | None:
    """Asks on the terminal; nothing where nobody sits there."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None

    def ask(question: Question, wrong: str) -> str:
        if wrong:
            click.echo(f"  {wrong}")
        answer: str = click.prompt(f"{question.option}: {question.about}\n ", default="", show_default=False)
        return answer

    return ask


def _tell(root: Path, kind: str, made: Addition) -> None:
    click.echo(f"data/{KINDS[kind][0]}:{made.line}: `{made.id}` was added as a draft.")
    if kind in WITH_PAGES:
        click.echo(f"Its page will be {kind}/{made.id}/, and no other page names it.")
    loaded = load(root / "data")
    if loaded.data:
        renew_ids(root, loaded.data)
    mine = [one for one in loaded.notices if one.message.startswith(f"`{made.id}` ")]
    click.echo("\n" + render_notices(mine), nl=False)
    if problems := list(_within(loaded.problems, kind, made)):
        click.echo(render(problems, loaded.texts))
    click.echo(f"Fill it in: summits edit {made.id}")


def _within(problems: tuple[Problem, ...], kind: str, made: Addition) -> Iterator[Problem]:
    """The problems in the lines of the new draft."""
    for one in problems:
        if (
            one.code not in HARMLESS
            and one.position.file.endswith(f"/{KINDS[kind][0]}")
            and made.line <= one.position.line <= made.last
        ):
            yield one
