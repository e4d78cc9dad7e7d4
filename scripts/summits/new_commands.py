"""The command that adds a record: `summits new meeting`, `new person` and so on."""

import datetime as dt
import sys
from pathlib import Path
from typing import Any

import click

from summits.adding.additions import addition, with_file
from summits.adding.answers import Answers, Ask, completed
from summits.adding.questions import Question, all_questions, of_subject, to_begin
from summits.adding.refusal import AddingError
from summits.adding.venues import with_venue
from summits.adding.writing import written
from summits.dataset import DataSet
from summits.loading import load, subject_in
from summits.models import KINDS, NOUNS, ONE
from summits.options import ROOT, Examples, root_option
from summits.placing import put, readable, refused

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
    asked = {one.option.replace("-", "_"): one for one in all_questions(kind, data.subject)}
    given: Answers = {asked[name]: values for name, values in typed.items() if values}
    try:
        text = readable(root, kind)
        data = with_file(data, kind, text)
        answers, told = with_venue(data, kind, completed(data, kind, given, _asker()))
        made = addition(data, kind, text, answers, wanted, str(dt.date.today()))
    except AddingError as error:
        raise _refused(data, kind, str(error)) from None
    except click.Abort:
        raise click.ClickException("nothing was added") from None
    guessed = ", ".join(f"{name} {written(value)}" for name, value in made.guessed.items())
    put(root, kind, made, [*told, *([f"Guessed, to be looked at: {guessed}."] if guessed else [])])


def _refused(data: DataSet, kind: str, said: str) -> click.ClickException:
    """Everything that hinders, a line each; with a hint what a record begins with where options are missing."""
    needed = " ".join(f"--{one.option}" for one in to_begin(data, kind))
    return refused(said, f"\nA record of this kind begins with {needed}." if ": missing. " in said else "")


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
