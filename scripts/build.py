#!/usr/bin/env python3
"""The build script: does what `summits build` does, for whoever has only the requirements installed."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from summits.cli import main

if __name__ == "__main__":
    main(["build", *sys.argv[1:]], prog_name="build.py")
