"""The command line: arguments, wiring, exit codes. The only place where all layers meet."""

from game.cli.program import main

__all__ = ["main"]
