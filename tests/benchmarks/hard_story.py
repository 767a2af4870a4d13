"""Writes the hard story: the ledger's beats, choices, effects and endings, with nothing done to make it provable.

Counters live from act 0 to act 7, a quarter of the choices is guarded by them or by what was chosen long before, places
can be visited in any order, and every ending waits behind several conditions: what other people's stories are like.
Which guard stands where is drawn from a seed. Knows nothing of how it is measured.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
GUARDED = 0.25
"""The share of choices, but for the first of each scene, that has a condition."""
COUNTED = {"act_0": 4, "act_1": 4, "act_4": 6, "act_5": 3, "act_6": 5}
"""Acts with a hub of so many places, of which three (or two, or one) are to be visited."""


def hard_story(folder: Path, seed: int = 1) -> Path:
    """Write the story into `folder`, which is made if need be."""
    ledger = yaml.safe_load((ROOT / "seeds" / "canon.yaml").read_text(encoding="utf-8"))
    folder.mkdir(parents=True, exist_ok=True)
    made = _Story(ledger, random.Random(seed))
    files: Mapping[str, Any] = {
        "variables.yaml": made.variables,
        "endings.yaml": {end["id"]: {"title": end["id"], "kind": "bad"} for end in ledger["endings"]},
        "scenes.yaml": made.scenes(),
    }
    for name, content in files.items():
        text = yaml.safe_dump(content, sort_keys=False, width=1_000)
        (folder / name).write_text(text.replace("'true'", "true").replace("'false'", "false"), encoding="utf-8")
    (folder / "story.yaml").write_text(f"title: Hard\nstart: {made.first}\nformat: 1\n", encoding="utf-8")
    return folder


class _Story:
    """The scenes, made beat by beat; `_chosen` are the choices that lie before, by route."""

    def __init__(self, ledger: Mapping[str, Any], draw: random.Random) -> None:
        self._ledger, self._draw = ledger, draw
        self.variables: dict[str, dict[str, Any]] = {
            name: {key: value for key, value in each.items() if key in {"range", "one_of", "default"}}
            for name, each in ledger["state"].items()
        }
        for each in self.variables.values():
            each["default"] = str(each["default"]).lower() if isinstance(each["default"], bool) else each["default"]
            each["about"] = "One."
        self._scenes: dict[str, dict[str, Any]] = {}
        self._chosen: list[str] = []
        self._endings: dict[str, list[Mapping[str, Any]]] = {}
        for end in ledger["endings"]:
            self._endings.setdefault(end["gate"], []).append(end)
        self.first = ""

    def scenes(self) -> dict[str, dict[str, Any]]:
        """All scenes: acts 0 to 3, three roads through act 4, acts 5 to 7."""
        before, village, after = self._parts()
        roads = {route["id"]: route["beats"] for route in self._ledger["routes"] if route["beats"]}
        roads["village"] = village
        common = list(self._chosen)
        rest = [name for name, _, _ in self._stops(after)]
        firsts = {}
        for road, beats in roads.items():
            self._chosen = list(common)
            firsts[road] = self._row(list(self._stops(beats, road)), rest[0])
        self._chosen = list(common)
        split = [{"when": f"route == {road}", "to": first} for road, first in firsts.items() if road != "village"]
        self._scenes["the_split"] = {"goto": [*split, {"to": firsts["village"]}]}
        self.first = self._row(list(self._stops(before)), "the_split")
        self._row(list(self._stops(after)), "end_light_that_lands")
        for end in self._ledger["endings"]:
            self._scenes[f"end_{end['id']}"] = {"ending": end["id"]}
        return self._scenes

    def _parts(self) -> tuple[list[Any], list[Any], list[Any]]:
        acts: dict[str, list[Any]] = {}
        for beat in self._ledger["beats"]:
            acts.setdefault(beat["act"], []).append(beat)
        early = [beat for act in ("act_0", "act_1", "act_2", "act_3") for beat in acts[act]]
        return early, acts["act_4"], [beat for act in ("act_5", "act_6", "act_7") for beat in acts[act]]

    def _stops(self, beats: Sequence[Any], road: str = "") -> Iterator[tuple[str, Any, Sequence[Any]]]:
        """Scene id, beat and options of each decision, hubs as stops without options."""
        act = ""
        for beat in beats:
            if beat.get("act", road) != act:
                act = beat.get("act", road)
                if act in COUNTED:
                    yield f"hub_{act}", beat, ()
            for seed in beat.get("choice_seeds", [beat] if "options" in beat else []):
                yield f"{beat['id']}_{seed['id']}".replace("-", "_"), beat, seed["options"]

    def _row(self, stops: Sequence[tuple[str, Any, Sequence[Any]]], last: str) -> str:
        """Make these stops, each leading to the next."""
        names = [name for name, _, _ in stops]
        for place, (name, beat, options) in enumerate(stops):
            following = names[place + 1] if place + 1 < len(names) else last
            if not options:
                self._hub(name, COUNTED[beat["act"]], following)
                continue
            closing = place + 1 == len(stops) or stops[place + 1][1] is not beat
            self._decision(name, options, self._gate(beat["id"], following) if closing else following)
        return names[0]

    def _decision(self, name: str, options: Sequence[Any], following: str) -> None:
        choices = {}
        for number, option in enumerate(options):
            after = f"{name}_{option['id']}"
            choices[option["id"]] = self._choice(option.get("effects") or [], after, guarded=number > 0)
            self._scenes[after] = {"script": ["Then."], "goto": following}
        self._scenes[name] = {"script": ["Now."], "choices": choices}
        self._chosen += [f"{name}.{option['id']}" for option in options]

    def _choice(self, effects: Sequence[str], goto: str, *, guarded: bool) -> dict[str, Any]:
        made: dict[str, Any] = {"text": "This.", "goto": goto}
        if effects:
            made["do"] = list(effects)
        if guarded and self._draw.random() < GUARDED:
            made["when"] = self._condition()
        return made

    def _hub(self, name: str, size: int, following: str) -> None:
        """Places that can each be visited once, in any order, until enough were."""
        wanted = max(1, min(3, size - 2))
        self.variables[f"visits_{name}"] = {"range": f"0..{wanted}", "default": 0, "about": "One."}
        counters = [each for each, made in self.variables.items() if "range" in made and not each.startswith("visits")]
        choices: dict[str, Any] = {}
        for place in range(size):
            there = f"{name}_place_{place}"
            do = [f"visits_{name} += 1", f"{self._draw.choice(counters)} {self._draw.choice(['+=', '-='])} 1"]
            open_ = f"visits_{name} < {wanted}"
            choices[f"place_{place}"] = {"text": "There.", "when": open_, "once": "true", "do": do, "goto": there}
            self._scenes[there] = {"script": ["There."], "goto": name}
            self._chosen.append(f"{name}.place_{place}")
        choices["leave"] = {"text": "Go.", "when": f"visits_{name} >= {wanted}", "goto": following}
        self._scenes[name] = {"script": ["Here."], "choices": choices}

    def _gate(self, beat: str, following: str) -> str:
        """Where a story may end: the endings of a beat, the most particular first."""
        ends = sorted((end for end in self._endings.get(beat, ()) if end["trigger"] != "fallback"), key=_priority)
        if not ends:
            return following
        ways = [{"when": " and ".join(self._condition() for _ in range(3)), "to": f"end_{end['id']}"} for end in ends]
        self._scenes[f"gate_{beat}"] = {"goto": [*ways, {"to": following}]}
        return f"gate_{beat}"

    def _condition(self) -> str:
        """Something about a variable, or about a choice that lies before."""
        if self._chosen and self._draw.random() < 0.45:
            return f"chose({self._draw.choice(self._chosen)})"
        name = self._draw.choice([name for name in self.variables if not name.startswith("visits")])
        made = self.variables[name]
        if "one_of" in made:
            return f"{name} == {self._draw.choice(made['one_of'])}"
        if "range" not in made:
            return name
        low, high = (int(bound) for bound in str(made["range"]).split(".."))
        start = int(made["default"])
        if self._draw.random() < 0.7:
            return f"{name} >= {min(high, start + self._draw.randint(1, 3))}"
        return f"{name} <= {max(low, start - self._draw.randint(0, 2))}"


def _priority(end: Mapping[str, Any]) -> int:
    return -int(end["priority"])
