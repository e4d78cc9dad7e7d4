"""From curated YAML to checked records to pages."""

import sys

__version__ = "0.1.0"

# Before any other module, of which many cannot be read by an older Python: `summits doctor` would not come to speak.
if sys.version_info < (3, 11):  # noqa: UP036
    raise SystemExit(
        "summits: this is Python {}.{}, and the code needs 3.11 or newer: "
        "install one, then run `make clean setup PYTHON=python3.13`".format(*sys.version_info)
    )
