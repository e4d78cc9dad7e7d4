"""From curated YAML to checked records to pages."""

import os
import sys

__version__ = "0.1.0"

# Before any other module, of which many cannot be read by an older Python: `summits doctor` would not come to speak.
if sys.version_info < (3, 11):  # noqa: UP036
    raise SystemExit(
        "summits: this is Python {}.{}, and the code needs 3.11 or newer: "
        "install one, then run `make clean setup PYTHON=python3.13`".format(*sys.version_info)
    )

# Before pydantic is imported: it would look through all that is installed for plugins of its own, a tenth of a check.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
