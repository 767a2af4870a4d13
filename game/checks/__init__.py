"""Static rules over a `Story`, in one ordered registry. Knows nothing of files or YAML.

A rule is a function from a `Survey` to what it finds; its docstring names its codes, which stand in `model.codes`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TypeAlias

from game.model.collecting import without_collections
from game.model.diagnostic import Diagnostic
from game.model.expression import Condition
from game.model.story import Story

from . import assets, declared, guards, links, offers, variables, wording
from .finding import Finding
from .survey import Survey

__all__ = ["RULES", "Rule", "run_checks"]

Rule: TypeAlias = Callable[[Survey], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    links.endless_goto,
    links.unlinked_scenes,
    links.no_way_out,
    links.unused_endings,
    links.same_target,
    guards.guards,
    offers.dead_ends,
    offers.timers,
    offers.same_words,
    variables.variables,
    wording.long_texts,
    wording.oversights,
    wording.echoes,
    wording.empty_texts,
    wording.speech_in_quotes,
    assets.listed,
    assets.described,
    assets.files,
    assets.unused,
    declared.places,
    declared.characters,
    declared.snippets,
    declared.endings,
)
"""Every rule, in the order in which they are asked."""


def run_checks(
    story: Story,
    *,
    asset_files: Collection[str] | None = None,
    asked: Iterable[Condition] = (),
    ignored: Collection[tuple[str, int, str]] = frozenset(),
) -> tuple[Diagnostic, ...]:
    """What the rules find in a story, in the order of the files, each once.

    `asset_files` are the files below `assets/` (None: nobody looked); `asked` are the conditions of invariants, which
    read variables too; `ignored` are the (file, line, code) that the writer does not want to hear of.
    """
    with without_collections():
        survey = Survey(story, asset_files, asked)
        found = {finding: None for rule in RULES for finding in rule(survey)}
    wanted = (finding for finding in found if (finding.ref.file, finding.ref.line, finding.code) not in ignored)
    return tuple(finding.diagnostic() for finding in sorted(wanted, key=lambda finding: (finding.ref, finding.code)))
