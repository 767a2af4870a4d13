"""`python -m game`: the same program as `run.py`."""

import sys

from game.cli import main

if __name__ == "__main__":
    sys.exit(main())
