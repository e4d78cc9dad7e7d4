"""From curated YAML to checked records to pages."""

__version__ = "0.1.0"
