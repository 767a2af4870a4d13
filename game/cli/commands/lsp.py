"""`lsp`: the language server, which editors start."""

from __future__ import annotations

import argparse
import logging
import sys

from game.errors import EnvironmentFault


def run(options: argparse.Namespace) -> int:
    """Serve an editor over standard input and output. Raises EnvironmentFault where pygls is not installed."""
    try:
        from game.cli.lsp.server import serve
    except ModuleNotFoundError as fault:
        raise EnvironmentFault(
            f"the language server needs {fault.name}, which is not installed",
            f"start it with run.py, or install 'stone-lightning[tools]' for {sys.executable}",
        ) from None
    logging.basicConfig(stream=sys.stderr, level=logging.DEBUG if options.debug else logging.ERROR)
    return serve(options.story.resolve())
