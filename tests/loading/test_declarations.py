"""story.yaml, variables, cast, places, endings and assets: what they may say and what becomes of it."""

from __future__ import annotations

import pytest

from game.loading.asset_names import why_unsafe
from game.model.story import Character, Ending, Layers, Place
from tests.support.loading import FIRST, codes, found, loaded


def test_story_yaml_is_read() -> None:
    """A06: title, start and format must be there; language and version may."""
    story = loaded(story="title: T\nstart: first\nlanguage: de\nversion: 1.10\nformat: 1\n").story
    assert story is not None
    assert (story.title, story.start, story.language, story.version, story.format) == ("T", "first", "de", "1.10", 1)


@pytest.mark.parametrize("missing", ["title", "start", "format"])
def test_story_yaml_must_have_its_three_keys(missing: str) -> None:
    """A06: each of the required keys is missed by name."""
    lines = {"title": "title: T\n", "start": "start: first\n", "format": "format: 1\n"}
    result = loaded(story="".join(text for key, text in lines.items() if key != missing))
    assert codes(result) == ["E202"]
    assert f'"{missing}"' in result.diagnostics[0].message


def test_an_unknown_start_is_an_error() -> None:
    """The scene that the story starts with must exist; the nearest one is suggested."""
    result = loaded(story="title: T\nstart: frist\nformat: 1\n")
    assert found(result) == ["story.yaml:2:8 E222"]
    assert result.diagnostics[0].hint == 'did you mean "first"?'


@pytest.mark.parametrize(
    ("declared", "domain", "default"),
    [
        ("{range: 0..6, default: 2}", range(7), 2),
        ("{range: 0 .. 6, default: 0}", range(7), 0),
        ("{range: -4..4, default: -4}", range(-4, 5), -4),
        ("{range: 4..4, default: 4}", range(4, 5), 4),
        ("{range: -1000000..1000000, default: 0}", range(-1_000_000, 1_000_001), 0),
        ("{default: false}", (False, True), False),
        ("{default: true}", (False, True), True),
        ("{one_of: [nobody, no, null], default: no}", ("nobody", "no", "null"), "no"),
    ],
)
def test_variables_are_read(declared: str, domain: object, default: object) -> None:
    """A20, A03: a range with or without spaces, of one value or wide; a truth value; names that are only text."""
    story = loaded(variables=f"thing: {declared}\n").story
    assert story is not None
    assert (story.variables[0].domain, story.variables[0].default) == (domain, default)
    assert type(story.variables[0].default) is type(default)


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("{range: 0..6}", ["E202"]),
        ("{one_of: [a]}", ["E202"]),
        ("{about: x}", ["E202"]),
        ("{range: 0..6, default: 7}", ["E212"]),
        ("{range: 0..6, default: true}", ["E212"]),
        ("{range: 0..1, default: false}", ["E212"]),
        ("{range: 0..6, default: 2.0}", ["E212"]),
        ("{one_of: [a, b], default: c}", ["E212"]),
        ("{one_of: [a, b], default: true}", ["E212"]),
        ("{range: 0..6, one_of: [a], default: a}", ["E217"]),
        ("{default: maybe}", ["E213"]),
        ("{default: yes}", ["E213"]),
        ("{default: True}", ["E213"]),
        ("{range: 0-6, default: 2}", ["E210"]),
        ("{range: 0..1000001, default: 2}", ["E210"]),
        ("{range: -99999999999999999999..0, default: 0}", ["E210"]),
        ("{range: 3..2, default: 2}", ["E210"]),
        ("{one_of: [], default: a}", ["E204"]),
        ("{one_of: a, default: a}", ["E203"]),
        ("{one_of: [A], default: A}", ["E205"]),
        ("{one_of: [a, true], default: a}", ["E206"]),
        ("{range: 0..6, defualt: 2, default: 2}", ["E201"]),
    ],
)
def test_wrong_variables_are_refused(declared: str, expected: list[str]) -> None:
    """A06, A20: what a variable cannot be is said once, at its place."""
    assert codes(loaded(variables=f"thing: {declared}\n")) == expected


def test_variables_and_values_are_one_kind_of_name() -> None:
    """A01: expressions see both, so a name is one or the other; two lists may share a value."""
    shared = "a: {one_of: [x, y], default: x}\nb: {one_of: [y, z], default: z}\n"
    assert codes(loaded(variables=shared)) == []
    result = loaded(variables=shared + "y: {default: false}\n")
    assert found(result) == ["variables.yaml:3:1 E207"]
    assert "line 1" in result.diagnostics[0].message


def test_kinds_do_not_share_a_name_space() -> None:
    """A01: a scene, an ending, a place, somebody, a variable and a snippet may all have one id."""
    roots = {
        "variables": "first: {default: false}\n",
        "cast": "first: {name: First}\n",
        "places": "first: {name: First}\n",
        "snippets": "first: [x]\n",
        "endings": "first: {title: First, kind: bad}\n",
        "scenes": "first:\n  choices:\n    first: {text: x, goto: first}\n",
    }
    assert codes(loaded(**roots)) == []


@pytest.mark.parametrize("word", ["class", "print", "yes", "no", "on", "null", "import", "none", "all", "when"])
def test_ordinary_words_are_fine_as_ids(word: str) -> None:
    """A02: only the words of the expression language are reserved for variables."""
    roots = {
        "variables": f"{word}: {{default: false}}\n",
        "places": f"{word}: {{name: x}}\n",
        "scenes": f"first: {{goto: {word}}}\n{word}: {{ending: over}}\n",
    }
    assert codes(loaded(**roots)) == []


@pytest.mark.parametrize("word", ["and", "or", "not", "if", "else", "true", "false", "seen", "chose", "reached"])
def test_the_words_of_expressions_are_reserved_for_variables(word: str) -> None:
    """A02: a variable or a value with such a name could not be used; everything else may have it."""
    assert codes(loaded(variables=f"{word}: {{default: false}}\n")) == ["E206"]
    assert codes(loaded(variables=f"side: {{one_of: [a, {word}], default: a}}\n")) == ["E206"]
    assert codes(loaded(places=f"{word}: {{name: x}}\n")) == []


@pytest.mark.parametrize(
    "word",
    "when then else show hide place music sound ambience effect pause include hard soft all none".split(),
)
def test_line_kinds_are_reserved_for_the_cast(word: str) -> None:
    """A02: somebody called `show` could never speak."""
    assert codes(loaded(cast=f"{word}: {{name: x}}\n")) == ["E206"]


@pytest.mark.parametrize("bad", ["Luna", "luna-1", "1st", "_x", "lúna", "a b", "a.b"])
def test_ids_are_snake_case(bad: str) -> None:
    """A02: an id is made of a-z, 0-9 and _ and starts with a letter, in every kind of file."""
    for name, body in {
        "variables": "{default: false}",
        "cast": "{name: x}",
        "places": "{name: x}",
        "snippets": "[x]",
    }.items():
        assert codes(loaded({f"{name}.yaml": f"{bad}: {body}\n"})) == ["E205"]
    assert codes(loaded(scenes=f"{FIRST}{bad}: {{ending: over}}\n")) == ["E205"]


def test_cast_places_and_endings_are_read() -> None:
    """A06: every key that these may have finds its way into the story."""
    story = loaded(
        cast='luna: {name: Luna, colour: "#c9b79c", portraits: {warm: w, cold: c}, voice: low, about: She.}\n',
        places="quay: {name: Quay, background: q, alt: A quay., ambience: rain, music: none, mood: dusk}\n",
        endings="over: {title: Over, kind: secret, epigraph: E., hint: H., picture: p, alt: A.}\n",
    ).story
    assert story is not None
    assert story.cast["luna"] == Character("luna", "Luna", "#c9b79c", {"warm": "w", "cold": "c"}, "low", "She.")
    assert list(story.cast["luna"].portraits) == ["warm", "cold"]
    assert story.places["quay"] == Place("quay", "Quay", "q", "A quay.", "rain", None, "dusk")
    assert story.endings["over"] == Ending("over", "Over", "secret", "E.", "H.", "p", "A.")


@pytest.mark.parametrize(
    ("roots", "expected"),
    [
        ({"cast": "luna: {colour: '#fff'}\n"}, ["cast.yaml:1:1 E202"]),
        ({"places": "quay: {alt: x}\n"}, ["places.yaml:1:1 E202"]),
        ({"endings": "over: {title: x}\n"}, ["endings.yaml:1:1 E202"]),
        ({"endings": "over: {kind: bad}\n"}, ["endings.yaml:1:1 E202"]),
        ({"places": "quay: {name: x, alt_text: y}\n"}, ["places.yaml:1:17 E201"]),
        ({"cast": "luna: {name: x, portraits: [a]}\n"}, ["cast.yaml:1:28 E203"]),
        ({"cast": "luna: {name: x, portraits: {Warm: a}}\n"}, ["cast.yaml:1:29 E205"]),
        ({"cast": "- luna\n"}, ["cast.yaml:1:1 E203"]),
        ({"cast": "luna:\n"}, ["cast.yaml:1:6 E204"]),
    ],
)
def test_wrong_declarations_are_refused(roots: dict[str, str], expected: list[str]) -> None:
    """A06, A43: what is missing is reported at the id, what is wrong where it stands."""
    assert found(loaded(**roots)) == expected


@pytest.mark.parametrize("kind", ["canonical", "alternate", "hopeful", "bittersweet", "bad", "secret"])
def test_kinds_of_ending(kind: str) -> None:
    """A06: these six, and no others."""
    assert codes(loaded(endings=f"over: {{title: x, kind: {kind}}}\n")) == []
    assert codes(loaded(endings=f"over: {{title: x, kind: {kind}x}}\n")) == ["E214"]


@pytest.mark.parametrize(
    "name",
    [
        *("../x", "a/../../x", "..", "/etc/passwd", "~/x", "C:/x", "c:x", "\\\\server\\x", "a\\b", "http://x/y"),
        *(
            "con",
            "CON.png",
            "a/nul",
            "lpt1.txt",
            "COM9",
            "aux.",
            "a:b",
            "a?b",
            "a*b",
            "a|b",
            "a<b",
            "a/",
            "a//b",
            "./a",
        ),
        *("a.", "a/b ", " a", "x" * 300, "e\u0301"),
    ],
)
def test_names_that_lead_out_of_the_assets_are_refused(name: str) -> None:
    """Names of assets are logical: nothing absolute, no way up, no device, nothing that one system reads otherwise."""
    assert why_unsafe(name)
    quoted = '"' + name.replace("\\", "\\\\") + '"'
    assert codes(loaded(cast=f"luna: {{name: x, portraits: {{warm: {quoted}}}}}\n")) == ["E215"]
    assert codes(loaded(places=f"quay: {{name: x, background: {quoted}}}\n")) == ["E215"]
    assert codes(loaded({"../assets/assets.yaml": f"a: {{file: {quoted}}}\n"})) == ["E215"]
    layers = f"{{far: {quoted}, near: b.webp}}"
    assert codes(loaded({"../assets/assets.yaml": f"a: {{file: a.webp, layers: {layers}}}\n"})) == ["E215"]


@pytest.mark.parametrize("name", ["azuma_residence", "places/quay.webp", "bg/park-2.png", "con_man", "a.b.c", "école"])
def test_ordinary_names_of_assets_are_fine(name: str) -> None:
    """A name is an id or a file inside assets/, with folders if you like."""
    assert why_unsafe(name) == ""


def test_a_picture_may_come_in_two_depths() -> None:
    """`layers` names the two files of a picture that is to be moved over; both are needed."""
    listed = "quay: {file: quay.webp, layers: {far: quay_far.webp, near: quay_near.webp}}\nhall: {file: hall.webp}\n"
    told = loaded({"../assets/assets.yaml": listed}).story
    assert told is not None
    assert told.assets is not None
    assert told.assets["quay"].layers == Layers(far="quay_far.webp", near="quay_near.webp")
    assert told.assets["hall"].layers is None
    half = "quay: {file: quay.webp, layers: {far: quay_far.webp}}\n"
    assert codes(loaded({"../assets/assets.yaml": half})) == ["E202"]
