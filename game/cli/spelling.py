"""Asks codespell and hunspell, programs of their own, for mistakes in lines of text. Knows no words itself.

codespell knows the usual slips and leaves everything else alone; hunspell, where it is installed with a dictionary of
the story's language, knows every word, and so finds what codespell has never heard of.
"""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from game.errors import UsageError

_FOUND = re.compile(r":(?P<line>\d+): (?P<wrong>\S+) ==> (?P<right>.*)$")
_WORD = re.compile(r"[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W\d_]+)*")
_ANSWER = re.compile(r"[&#] (?P<word>\S+) \d+(?: \d+: (?P<likely>[^,]+))?")
_POSSESSIVE = re.compile("'s$")
_PREFERRED = ("en_GB", "en_US", "pt_PT", "zh_CN")
"""Which of several dictionaries of a language is taken, where no country is named and none is called like it."""


def is_installed() -> bool:
    """Whether codespell is there."""
    return bool(_program())


def _program() -> list[str]:
    """How to start codespell, beside this program or on the system's path; nothing where it is in neither."""
    if importlib.util.find_spec("codespell_lib") is not None:
        return [sys.executable, "-m", "codespell_lib"]
    found = shutil.which("codespell")
    return [found] if found else []


def mistakes(texts: Sequence[str], allowed: Collection[str]) -> Iterator[tuple[int, str, str]]:
    """The place among the texts, the word, and what was probably meant. Raises UsageError where codespell fails."""
    with tempfile.TemporaryDirectory(prefix="stone-lightning-") as folder:
        page, known = Path(folder) / "page.txt", Path(folder) / "known.txt"
        page.write_text("\n".join(" ".join(text.split()) for text in texts), encoding="utf-8")
        known.write_text("\n".join(allowed), encoding="utf-8")
        words = ["--builtin", "clear", "--ignore-words", known.name, page.name]
        done = subprocess.run([*_program(), *words], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 65):
        raise UsageError(f"codespell failed: {done.stderr.strip().splitlines()[-1:]}")
    for line in done.stdout.splitlines():
        found = _FOUND.search(line)
        if found is not None:
            yield int(found["line"]) - 1, found["wrong"], found["right"]


def dictionary(language: str) -> str | None:
    """The name of hunspell's dictionary for a language such as `en` or `pt-BR`; None where it has none."""
    program = shutil.which("hunspell")
    if program is None:
        return None
    # -D lists what there is on standard error, and then opens what the system's language asks for, which may fail.
    said = subprocess.run([program, "-D"], input="", capture_output=True, text=True, check=False).stderr
    there = {Path(line).name for line in said.splitlines() if "/" in line and ":" not in line.removeprefix("C:")}
    plain, _, country = language.partition("-")
    wanted = [f"{plain}_{country.upper()}" if country else f"{plain}_{plain.upper()}", *_PREFERRED, *sorted(there)]
    return next((name for name in wanted if name in there and name.partition("_")[0] == plain), None)


def unknown(texts: Sequence[str], allowed: Collection[str], dictionary_name: str) -> Iterator[tuple[int, str, str]]:
    """The place among the texts, a word that a dictionary of hunspell's has not, and what is most like it or nothing.

    A word is allowed in capitals as in small letters, as is what is made of one with a hyphen or an apostrophe; after
    any word may stand 's.
    """
    places: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        for found in _WORD.findall(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")):
            word = _POSSESSIVE.sub("", found)
            if word.lower() not in allowed and not set(re.split("['-]", word.lower())) & set(allowed):
                places.setdefault(word, []).append(place)
    done = subprocess.run(
        [str(shutil.which("hunspell")), "-a", "-i", "utf-8", "-d", dictionary_name],
        input="".join(f"^{word}\n" for word in places),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise UsageError(f"hunspell failed: {' '.join(done.stderr.split())[:200]}")
    answers = iter(done.stdout.split("\n\n"))
    for word, answer in zip(places, _after_banner(answers), strict=False):
        wrong = _ANSWER.search(answer)
        if wrong is not None:
            yield from ((place, word, (wrong["likely"] or "").strip()) for place in places[word])


def _after_banner(answers: Iterator[str]) -> Iterator[str]:
    """What stands under hunspell's first line, which says who it is: one block for each word."""
    for number, answer in enumerate(answers):
        yield answer.partition("\n")[2] if number == 0 else answer
