"""Every problem that loading knows has a story that shows it, and nothing else, at the right place."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.loading.loader import load_story
from game.model.codes import FILES, LOADING_WARNINGS, STRUCTURE
from game.model.diagnostic import Severity

BAD = Path(__file__).parent.parent / "stories" / "bad"

PLACES = {
    "E101-unreadable-file": "out.yaml:1:1",
    "E102-not-utf8": "scenes.yaml:3:10",
    "E104-colon-in-a-text": "scenes.yaml:3:20",
    "E104-quote-not-closed": "scenes.yaml:3:7",
    "E104-text-starts-with-a-brace": "scenes.yaml:3:7",
    "E105-nested-too-deep": "scenes.yaml:2:136",
    "E107-second-document": "scenes.yaml:5:1",
    "E108-anchor": "scenes.yaml:2:11",
    "E109-alias": "scenes.yaml:3:7",
    "E110-tag": "scenes.yaml:3:7",
    "E111-merge-key": "scenes.yaml:2:3",
    "E112-duplicate-key": "scenes.yaml:4:3",
    "E113-key-not-text": "scenes.yaml:3:7",
    "E114-tab": "scenes.yaml:2:1",
    "E115-control-character": "scenes.yaml:3:10",
    "E116-yml-ending": "more.yml:1:1",
    "E201-unknown-key": "scenes.yaml:2:3",
    "E202-missing-key": "scenes.yaml:3:5",
    "E203-wrong-form": "scenes.yaml:2:11",
    "E204-empty": "scenes.yaml:4:6",
    "E205-bad-id": "scenes.yaml:3:1",
    "E206-reserved-id": "variables.yaml:1:1",
    "E207-duplicate-id": "scenes.yaml:1:1",
    "E208-bad-number": "scenes.yaml:3:14",
    "E209-bad-truth-value": "scenes.yaml:5:13",
    "E210-bad-range": "variables.yaml:2:10",
    "E211-bad-one-of": "variables.yaml:2:25",
    "E212-bad-default": "variables.yaml:3:12",
    "E213-variable-kind": "variables.yaml:2:12",
    "E214-unknown-kind": "endings.yaml:3:9",
    "E215-unsafe-name": "cast.yaml:4:11",
    "E216-bad-format": "story.yaml:3:9",
    "E217-two-kinds": "variables.yaml:3:3",
    "E220-no-exit": "scenes.yaml:1:1",
    "E221-several-exits": "scenes.yaml:3:3",
    "E222-unknown-scene": "scenes.yaml:2:9",
    "E223-unknown-ending": "scenes.yaml:2:11",
    "E224-unknown-place": "scenes.yaml:2:10",
    "E225-unknown-character": "scenes.yaml:3:7",
    "E226-unknown-expression": "scenes.yaml:3:12",
    "E227-unknown-position": "scenes.yaml:3:25",
    "E228-unknown-effect": "scenes.yaml:3:15",
    "E229-unknown-snippet": "scenes.yaml:3:16",
    "E230-snippet-circle": "snippets.yaml:4:14",
    "E231-unknown-choice": "scenes.yaml:6:31",
    "E232-unknown-beat": "scenes.yaml:2:11",
    "E233-goto-without-end": "scenes.yaml:2:3",
    "E234-goto-after-end": "scenes.yaml:4:7",
    "E235-locked-without-when": "scenes.yaml:5:7",
    "E236-timer-without-choices": "scenes.yaml:2:3",
    "E237-was-living-id": "scenes.yaml:4:8",
    "E238-was-claimed-twice": "scenes.yaml:5:9",
    "E239-nested-effects": "scenes.yaml:5:11",
    "E240-unknown-line": "scenes.yaml:3:7",
    "E241-script-too-deep": "scenes.yaml:103:207",
    "E242-script-too-long": "snippets.yaml:48:14",
    "W501-empty-file": "more.yaml:1:1",
    "W502-odd-colour": "cast.yaml:3:11",
}

TOO_BIG_TO_KEEP = {"E103", "E106"}
"""Shown in test_document.py: their files have megabytes."""


@pytest.mark.parametrize("name", PLACES)
def test_each_bad_story_has_its_one_problem_at_its_place(name: str) -> None:
    """The story shows the code that its folder is named after, once, where the mistake stands, and nothing else."""
    folder = BAD / name
    result = load_story(folder / "story" if (folder / "story").is_dir() else folder)
    assert [(problem.code, str(problem.ref)) for problem in result.diagnostics] == [(name[:4], PLACES[name])]
    assert (result.story is None) == (result.diagnostics[0].severity is Severity.ERROR)


@pytest.mark.parametrize("name", PLACES)
def test_each_problem_says_what_to_do(name: str) -> None:
    """A problem has a message and a hint, and shows its line where there is one to show."""
    folder = BAD / name
    problem = load_story(folder / "story" if (folder / "story").is_dir() else folder).diagnostics[0]
    assert problem.message
    assert problem.hint
    assert "\n" not in problem.message + problem.hint
    if problem.excerpt:
        assert problem.excerpt.splitlines()[1].strip("^ ") == ""


def test_every_code_of_loading_has_an_example() -> None:
    """No code is without a story that shows it."""
    assert {name[:4] for name in PLACES} | TOO_BIG_TO_KEEP == {
        code.code for code in (*FILES, *STRUCTURE, *LOADING_WARNINGS)
    }
