"""Under which terms the record may be used."""

NAME = "CC-BY-4.0"
TITLE = "Creative Commons Attribution 4.0 International"
ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
