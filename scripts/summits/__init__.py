"""The library behind Summits on the Record: from curated YAML to checked records to pages."""

__version__ = "0.1.0"
