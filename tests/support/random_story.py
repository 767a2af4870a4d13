"""Small stories drawn from a seed, in which loops, guards, marks, circles, dead ends and traps come together.

The rich ones besides have numbers of very large range that are counted in great steps and stop at their bounds, names
compared with names, chained comparisons, and a hub whose places can each be visited once.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from game.model.script import Line, When
from game.model.story import Choice, Scene, Story, Variable
from tests.support.builders import Goto, choice, condition, number, one_of, scene, story, truth

ENDINGS = ("dawn", "dusk", "night")
SIDES = ("sun", "moon", "star")


def random_story(seed: int) -> Story:
    """The story of that seed: 3 to 9 scenes, 1 to 4 variables."""
    return _Draw(Random(seed)).story()


def rich_story(seed: int) -> Story:
    """The rich story of that seed: up to 14 scenes, up to 7 variables."""
    return _RichDraw(Random(seed)).story()


class _Draw:
    def __init__(self, random: Random) -> None:
        self._random = random
        self._numbers = [f"n{i}" for i in range(random.randint(0, 2))]
        self._truths = [f"t{i}" for i in range(random.randint(0 if self._numbers else 1, 2))]
        self._enums = ["side"] if random.random() < 0.4 else []
        self._scenes = [f"s{i}" for i in range(random.randint(3, 9))]
        self._kinds = {name: random.choices(("choices", "goto", "ending"), (6, 2, 1))[0] for name in self._scenes}
        self._kinds[self._scenes[-1]] = "ending"
        self._options = {
            name: [f"c{i}" for i in range(random.randint(1, 3))]
            for name in self._scenes
            if self._kinds[name] == "choices"
        }
        self._asks_reached = random.random() < 0.3

    def story(self) -> Story:
        return story(
            *(self._scene(name) for name in self._scenes), variables=self._variables(), endings=ENDINGS, start="s0"
        )

    def _variables(self) -> list[Variable]:
        numbers = [number(name, -1, self._random.randint(0, 3)) for name in self._numbers]
        return [*numbers, *map(truth, self._truths), *(one_of(name, *SIDES) for name in self._enums)]

    def _scene(self, name: str) -> Scene:
        enter, script = self._effects(0.4), self._script()
        if self._kinds[name] == "goto":
            return scene(name, goto=self._goto(), enter=enter, script=script)
        if self._kinds[name] == "ending":
            return scene(name, ending=self._random.choice(ENDINGS), enter=enter, script=script)
        return scene(name, *(self._choice(option) for option in self._options[name]), enter=enter, script=script)

    def _script(self) -> list[Line | str]:
        """Nested conditions; none about `reached`, which in text alone is no part of the explored state."""
        asks, self._asks_reached = self._asks_reached, False
        lines: list[Line | str] = ["Words."]
        if self._random.random() < 0.4:
            inner = When(condition(self._condition()), ())
            then, otherwise = self._random.choice([((inner,), ()), ((), (inner,)), ((), ())])
            lines.append(When(condition(self._condition()), then, otherwise))
        self._asks_reached = asks
        return lines

    def _choice(self, name: str) -> Choice:
        when = self._condition() if self._random.random() < 0.4 else None
        locked = "No." if when and self._random.random() < 0.3 else None
        return choice(name, self._goto(), when, self._effects(0.6), once=self._random.random() < 0.2, locked=locked)

    def _goto(self) -> Goto:
        if self._random.random() < 0.7:
            return self._random.choice(self._scenes)
        ways = [(self._condition(), self._random.choice(self._scenes)) for _ in range(self._random.randint(1, 2))]
        return [*ways, self._random.choice(self._scenes)]

    def _effects(self, chance: float) -> list[str | tuple[str, str]]:
        found: list[str | tuple[str, str]] = []
        while self._random.random() < chance and len(found) < 3:
            effect = self._effect()
            found.append((self._condition(), effect) if self._random.random() < 0.25 else effect)
        return found

    def _effect(self) -> str:
        name = self._random.choice([*self._numbers, *self._truths, *self._enums])
        if name in self._numbers:
            return f"{name} {self._random.choice(['=', '+=', '-=', '+='])} {self._number()}"
        if name in self._truths:
            return f"{name} = {self._random.choice(['true', 'false', self._condition()])}"
        return f"{name} = {self._random.choice(SIDES)!r}"

    def _number(self) -> str:
        simple = str(self._random.randint(0, 2))
        if self._numbers and self._random.random() < 0.3:
            other = self._random.choice(self._numbers)
            return self._random.choice(
                [other, f"{other} - {simple}", f"({simple} if {self._condition()} else {other})"]
            )
        return simple

    def _condition(self) -> str:
        draws = [self._mark]
        if self._numbers:
            draws += [self._comparison] * 3
        if self._truths:
            draws += [lambda: self._random.choice(self._truths)] * 2
        if self._enums:
            draws += [lambda: f"side {self._random.choice(['==', '!='])} {self._random.choice(SIDES)!r}"] * 2
        source = self._random.choice(draws)()
        if self._random.random() < 0.25:
            source = f"not ({source})"
        if self._random.random() < 0.2:
            source = f"({source}) {self._random.choice(['and', 'or'])} ({self._random.choice(draws)()})"
        return source

    def _comparison(self) -> str:
        name = self._random.choice(self._numbers)
        return f"{name} {self._random.choice(['<', '<=', '>', '>=', '==', '!='])} {self._random.randint(-1, 2)}"

    def _mark(self) -> str:
        if self._asks_reached and self._random.random() < 0.4:
            return f"reached({self._random.choice(ENDINGS[:2])})"
        if self._options and self._random.random() < 0.5:
            name = self._random.choice(list(self._options))
            return f"chose({name}.{self._random.choice(self._options[name])})"
        return f"seen({self._random.choice(self._scenes)})"


class _RichDraw(_Draw):
    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self._great = [f"g{i}" for i in range(random.randint(0, 2))]
        self._wide = [f"w{i}" for i in range(random.randint(0, 2))]
        self._enums = ["side", "other"] if random.random() < 0.6 else []
        self._hub = random.random() < 0.6
        if self._hub:
            self._scenes = [*self._scenes, "hub", "in0", "in1", "in2"]

    def _variables(self) -> list[Variable]:
        great = [number(name, -1_000_000, 1_000_000) for name in self._great]
        return [*super()._variables(), *great, *(number(name, 0, 9, 4) for name in self._wide)]

    def _scene(self, name: str) -> Scene:
        if name == "hub":
            places = [
                choice(f"to{i}", f"in{i}", self._condition() if self._random.random() < 0.3 else None, once=i != 2)
                for i in range(3)
            ]
            return scene("hub", *places, choice("leave", self._goto(), self._condition()), script=self._script())
        if name.startswith("in"):
            return scene(name, goto="hub", enter=self._effects(0.5), script=self._script())
        return super()._scene(name)

    def _effect(self) -> str:
        draws = []
        if self._great:
            draws.append(self._great_effect)
        if self._wide:
            draws.append(self._wide_effect)
        if draws and self._random.random() < 0.6:
            return self._random.choice(draws)()
        if self._enums and self._random.random() < 0.3:
            return self._random.choice(
                [
                    "side = other",
                    "other = side",
                    f"side = ({self._random.choice(SIDES)!r} if {self._condition()} else other)",
                ]
            )
        return super()._effect()

    def _great_effect(self) -> str:
        name, step = self._random.choice(self._great), self._random.choice([1, 400_000, 999_999, 1_000_000])
        other = self._random.choice([*self._wide, *self._great])
        return self._random.choice([f"{name} += {step}", f"{name} -= {step}", f"{name} = {step}", f"{name} = {other}"])

    def _wide_effect(self) -> str:
        name, step = self._random.choice(self._wide), self._random.randint(1, 6)
        other = self._random.choice([*self._wide, *self._great, *self._numbers])
        return self._random.choice(
            [
                f"{name} += {step}",
                f"{name} -= {step}",
                f"{name} = {step}",
                f"{name} -= {other}",
                f"{name} = 2 * {other} - 1",
            ]
        )

    def _condition(self) -> str:
        draws = []
        if self._great:
            draws.append(lambda: self._compared(self._great, [0, 1, 400_000, -600_000, 1_000_000]))
        if self._wide:
            draws.append(lambda: self._compared(self._wide, range(-1, 11)))
            draws.append(lambda: self._compared(self._wide, [*self._wide, *self._numbers, *self._great]))
            draws.append(lambda: f"2 <= {self._random.choice(self._wide)} {self._random.choice(['<', '!=', '<='])} 7")
        if self._enums:
            draws.append(lambda: f"side {self._random.choice(['==', '!='])} other")
        if draws and self._random.random() < 0.5:
            return self._random.choice(draws)()
        return super()._condition()

    def _compared(self, names: Sequence[str], others: Sequence[object]) -> str:
        sign = self._random.choice(["<", "<=", ">", ">=", "==", "!="])
        return f"{self._random.choice(names)} {sign} {self._random.choice(others)}"
