"""Runs the command: python -m summits."""

from summits.cli import main

main(prog_name="summits")
