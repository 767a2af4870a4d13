"""Reads the lines of a script. Knows nothing of the scenes around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from game.model.script import (
    POSITIONS,
    Ambience,
    ChangePlace,
    Hard,
    Hide,
    Include,
    Line,
    Music,
    Narration,
    Pause,
    Show,
    Sound,
    Speech,
    StageEffect,
    When,
)

from .asset_names import check_name
from .context import Context
from .fields import scalar_of, shown
from .nodes import MappingNode, Node, Unreadable
from .references import Target
from .scalar import Scalar
from .schema import LINE_HARD, LINE_KEYS, LINE_KINDS, LINE_WHEN, LINES, SPEAKER
from .tokens import MAX_LEVELS

_QUOTE = "if it is narration, put the whole line into quotes"
_BRACES = "a text that starts with a brace or bracket must stand in quotes"
_WHEN_KEYS = {"when", "then", "else"}
_HARD_KEYS = {"hard", "soft"}


class ScriptReader:
    """Reads the lines of one story's scenes and snippets. `sites` numbers the braces of a scene, for its whole script.

    Lines may stand `depth` levels of `when` and `include` deep.
    """

    def __init__(self, context: Context) -> None:
        references = context.references
        self._fields = context.fields
        self._wording = context.wording
        self._references = references
        self._findings = context.findings
        self._snippets = context.snippets
        self._speakers: dict[str, tuple[str, str]] = {}
        """Who speaks, and with which expression, by what stands before the colon, where nothing is wrong with it."""
        self._cues: Mapping[str, Callable[[Scalar], Line | None]] = {
            "show": self._show,
            "hide": self._hide,
            "place": lambda name: ChangePlace(references.check(Target.PLACE, name), name.ref),
            "music": lambda name: Music(self._sounding(name), name.ref),
            "sound": lambda name: Sound(self._sounding(name), name.ref),
            "ambience": lambda name: Ambience(self._sounding(name), name.ref),
            "effect": lambda name: StageEffect(name.text, name.ref),
            "pause": lambda seconds: Pause(float(seconds.text), seconds.ref),
        }

    def lines(self, node: Node | None, sites: Iterator[int], depth: int = 0) -> tuple[Line, ...]:
        """The lines of a list."""
        read = [self._line(item, sites, depth) for item in self._fields.items(node, LINES, "a line")]
        return tuple([line for line in read if line is not None])

    def _line(self, node: Node, sites: Iterator[int], depth: int) -> Line | None:
        if isinstance(node, Scalar):
            text = self._wording.text(node, sites)
            return Narration(text, text.ref)
        return self._marked_line(node, sites, depth) if isinstance(node, MappingNode) else None

    def _marked_line(self, node: MappingNode, sites: Iterator[int], depth: int) -> Line | None:
        """A line that says its kind, or its speaker, by a key."""
        if not node.keys:
            self._findings.at("E204", node, "this line is empty")
            return None
        keys = node.values
        if LINE_KEYS.isdisjoint(keys):
            return self._speech(node, sites)
        if not _WHEN_KEYS.isdisjoint(keys):
            return self._when(node, sites, depth)
        if not _HARD_KEYS.isdisjoint(keys):
            return self._hard(node, sites)
        kind = next(key for key in keys if key in LINE_KINDS)
        value = scalar_of(self._fields.read(node, LINE_KINDS[kind], node.keys[0]), kind)
        if value is None:
            return None
        return self._include(value, sites, depth) if kind == "include" else self._cues[kind](value)

    def _when(self, node: MappingNode, sites: Iterator[int], depth: int) -> Line | None:
        if depth >= MAX_LEVELS:
            self._findings.insist(
                "E241", node.ref, f"`when` and `include` are nested more than {MAX_LEVELS} levels deep"
            )
            return None
        values = self._fields.read(node, LINE_WHEN, node.keys[0])
        guard = scalar_of(values, "when")
        condition = self._wording.condition(guard) if guard is not None else None
        then = self.lines(values.get("then"), sites, depth + 1)
        otherwise = self.lines(values.get("else"), sites, depth + 1)
        return When(condition, then, otherwise, node.ref) if condition is not None else None

    def _hard(self, node: MappingNode, sites: Iterator[int]) -> Line | None:
        values = self._fields.read(node, LINE_HARD, node.keys[0])
        hard, soft = scalar_of(values, "hard"), scalar_of(values, "soft")
        if hard is None or soft is None:
            return None
        return Hard(self._wording.text(hard, sites), self._wording.text(soft, sites), node.ref)

    def _speech(self, node: MappingNode, sites: Iterator[int]) -> Line | None:
        """`who: text` or `who expression: text`."""
        key = node.keys[0]
        value = node.values[key.text]
        if node.flow and isinstance(value, Scalar) and not value.text:
            self._findings.at("E203", node, "this line is a mapping in braces, and not text", _BRACES)
            return None
        speaker = self._speakers.get(key.text) if len(node.keys) == 1 else None
        if speaker is None:
            speaker = self._speaker(node, key)
        return self._said(key, value, speaker, sites) if speaker is not None else None

    def _speaker(self, node: MappingNode, key: Scalar) -> tuple[str, str] | None:
        """Who speaks, and with which expression or none; None where the line cannot be read."""
        if len(node.keys) > 1:
            extra = node.keys[1]
            hint = (
                self._findings.suggest(extra.text, LINE_KINDS) or "put it on a line of its own, with a dash before it"
            )
            self._findings.at(
                "E240", extra, f'"{shown(extra.text)}" stands in the same line as "{shown(key.text)}"', hint
            )
            return None
        if not SPEAKER.regex.fullmatch(key.text):
            hint = self._findings.suggest(key.text, self._references.known(Target.CHARACTER)) or _QUOTE
            if self._knows(key.text.split(" ")[0]):
                hint = "an expression is one word"
            self._findings.at("E240", key, f'"{shown(key.text)}" is no kind of line and nobody of the cast', hint)
            return None
        who, _, expression = key.text.partition(" ")
        speaker = who, expression.strip()
        if not self._knows(who):
            self._references.unknown(Target.CHARACTER, who, key.ref_at(0), also=LINE_KINDS)
        if self._check_expression(*speaker, key) and self._knows(who):
            self._speakers[key.text] = speaker
        return speaker

    def _knows(self, who: str) -> bool:
        return self._references.has(Target.CHARACTER, who)

    def _said(self, key: Scalar, value: Node, speaker: tuple[str, str], sites: Iterator[int]) -> Line | None:
        if isinstance(value, Unreadable):
            return None
        if not isinstance(value, Scalar):
            self._findings.at("E203", value, f'what "{shown(key.text)}" says must be text', _BRACES)
            return None
        if not value.text.strip():
            self._findings.at("E204", key, f'"{shown(key.text)}" says nothing')
            return None
        who, expression = speaker
        return Speech(who, self._wording.text(value, sites), expression or None, key.ref)

    def _check_expression(self, who: str, expression: str, scalar: Scalar) -> bool:
        """Whether nothing is wrong with an expression; noted where something is."""
        known = self._references.expressions(who)
        if not expression or not known or expression in known:
            return True
        place = scalar.ref_at(max(0, scalar.text.find(expression, len(who))))
        hint = self._findings.suggest(expression, known) or "known here: " + ", ".join(list(known)[:12])
        message = f'{who} has no expression "{shown(expression)}"'
        self._findings.add("E226", place, message, hint, len(expression))
        return False

    def _show(self, scalar: Scalar) -> Line | None:
        """`who`, `who expression`, `who position` or `who expression position`."""
        who, *rest = scalar.text.split()
        if not self._knows(who):
            self._references.unknown(Target.CHARACTER, who, scalar.ref_at(scalar.text.find(who)))
        position = rest.pop() if rest and rest[-1] in POSITIONS else None
        expression = rest.pop(0) if rest else None
        if rest:
            self._check_position(rest[0], scalar)
        elif expression and position is None and self._is_position(who, expression):
            self._check_position(expression, scalar)
        else:
            self._check_expression(who, expression or "", scalar)
        return Show(who, expression, position, scalar.ref)

    def _is_position(self, who: str, word: str) -> bool:
        """Whether a word that is no position was probably meant as one."""
        known = self._references.expressions(who)
        return (
            bool(known)
            and word not in known
            and not self._findings.suggest(word, known)
            and bool(self._findings.suggest(word, POSITIONS))
        )

    def _check_position(self, word: str, scalar: Scalar) -> None:
        hint = self._findings.suggest(word, POSITIONS) or "positions are " + ", ".join(POSITIONS)
        if word in POSITIONS:
            hint = "write who, then the expression, then the position"
        place = scalar.ref_at(scalar.text.rfind(word))
        self._findings.add("E227", place, f'"{shown(word)}" is no position at this place', hint, len(word))

    def _hide(self, scalar: Scalar) -> Line:
        who = None if scalar.text == "all" else self._references.check(Target.CHARACTER, scalar)
        return Hide(who, scalar.ref)

    def _sounding(self, name: Scalar) -> str | None:
        return None if name.text == "none" else check_name(name, self._findings)

    def _include(self, name: Scalar, sites: Iterator[int], depth: int) -> Line | None:
        """The lines of a snippet, read anew for this scene; what is wrong in them was said where they stand."""
        self._references.check(Target.SNIPPET, name)
        node = self._snippets.open(name, depth)
        if node is None:
            return None
        muted, self._findings.muted = self._findings.muted, True
        lines = self.lines(node, sites, depth + 1)
        self._findings.muted = muted
        return Include(name.text, lines, name.ref)
