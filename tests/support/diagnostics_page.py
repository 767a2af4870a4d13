"""Writes `story/diagnostics.md` from codes and examples: `python -m tests.support.diagnostics_page`."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from pathlib import Path

from game.model.codes import CODES, Code
from game.model.diagnostic import Diagnostic, Severity
from tests.support.bad_stories import BadStory, bad_stories

PAGE = Path(__file__).resolve().parents[2] / "story" / "diagnostics.md"

HEAD = """\
# What `check` can tell you

<!-- Written by `python -m tests.support.diagnostics_page`; a test holds it against the program. -->

Every problem has a code that never changes its meaning. Codes that begin with E are errors: there is no story to play
until they are put right. W are warnings, N are notes. A comment at the end of a line, or alone on the line above,
silences a warning or a note: `# check: ignore W540`.

"""

TOO_BIG = {
    "E103": (
        ("before", "`scenes.yaml` with 6 MiB"),
        ("after", "`act_1/scenes.yaml` and `act_2/scenes.yaml` with 3 MiB each"),
    ),
    "E106": (("before", "`scenes.yaml` with 3,000,000 values"), ("after", "two files with half of the scenes each")),
}
"""What changes in examples that would be too large to keep."""

MOST_LINES = 12
"""Lines of an example that are shown; a longer one would teach nothing."""
WIDEST = 160


def page() -> str:
    """The whole page."""
    examples: dict[str, list[BadStory]] = {}
    for example in bad_stories():
        examples.setdefault(example.code, []).append(example)
    sections = (_section(code, examples.get(code.code, [])) for code in CODES.values())
    return HEAD + _contents() + "".join(sections)


def _contents() -> str:
    rows = [f"| [{code.code}](#{_anchor(code)}) | {code.name} | {_severity(code)} |" for code in CODES.values()]
    return "\n".join(["| code | name | |", "| --- | --- | --- |", *rows]) + "\n"


def _severity(code: Code) -> str:
    return {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}[code.severity]


def _anchor(code: Code) -> str:
    return f"{code.code}-{code.name}".lower()


def _section(code: Code, examples: Iterable[BadStory]) -> str:
    lines = [f"\n## {code.code} {code.name}\n\n{code.advice}\n"]
    for example in examples:
        lines.extend(_example(example))
    lines.extend(f"\n{word}: {told}\n" for word, told in TOO_BIG.get(code.code, ()))
    return "".join(lines)


def _example(example: BadStory) -> Iterator[str]:
    problem = example.problems()[0]
    corrections = list(example.corrections)
    for name in example.gone:
        shown = _shown((example.story / name).read_text(encoding="utf-8").splitlines())
        yield f"\nbefore, in `{name}`:\n\n```text\n{shown}```\n\nafter: `{name}` is gone.\n"
    if not any(wrong.exists() for _, wrong, _ in corrections) and not example.gone:
        yield f"\nbefore, in `{problem.ref.file}`:\n\n```text\n{_shown(problem.excerpt.splitlines()[:1])}```\n"
    for name, wrong, right in corrections:
        before, after = _changed(wrong, right)
        for word, lines in (("before", before), ("after", after)):
            if lines:
                yield f"\n{word}, in `{name}`:\n\n```text\n{_shown(lines)}```\n"
    yield f"\n> {_quoted(problem)}\n"


def _changed(wrong: Path, right: Path) -> tuple[list[str], list[str]]:
    """The lines that go, and those that come, each with one line around them where there is one."""
    old = wrong.read_text(encoding="utf-8", errors="replace").splitlines() if wrong.exists() else []
    if wrong.is_symlink():
        old = [f"(a link to {wrong.readlink()})"]
    new = right.read_text(encoding="utf-8").splitlines()
    before: list[str] = []
    after: list[str] = []
    for group in difflib.SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(1):
        before += old[group[0][1] : group[-1][2]]
        after += new[group[0][3] : group[-1][4]]
    return before, after


def _shown(lines: Iterable[str]) -> str:
    cut = [line if len(line) <= WIDEST else line[: WIDEST - 1] + "…" for line in lines]
    more = ["…"] if len(cut) > MOST_LINES else []
    return "".join(line.rstrip() + "\n" for line in cut[:MOST_LINES] + more)


def _quoted(problem: Diagnostic) -> str:
    """What the program says, without signs that Markdown would read."""
    words = f"{problem.message} — {problem.hint}"
    return "".join(f"\\{sign}" if sign in "*_<>[]`\\" else sign for sign in words)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
