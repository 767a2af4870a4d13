"""Loading as a whole: everything that the format knows, the project's own story, and whatever else a file may hold."""

from __future__ import annotations

import gc
import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.loading.ledger import load_ledger
from game.loading.loader import LoadResult, load_story
from game.loading.schema import KINDS, LINE_KEYS, SCENE
from game.model.codes import CODES
from tests.support.loading import ENDINGS, FIRST, STORY, loaded
from tests.support.stories import write

GOOD = Path(__file__).parent.parent / "stories" / "good" / "every_feature" / "story"

anything = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def holds_together(result: LoadResult, files: dict[str, str | bytes]) -> None:
    """A story or errors, each with a known code and a place that is in its file."""
    errors = [problem for problem in result.diagnostics if problem.code.startswith("E")]
    assert (result.story is None) == bool(errors)
    for problem in result.diagnostics:
        text = files[problem.ref.file]
        last = len((text if isinstance(text, bytes) else text.encode()).splitlines()) + 1
        assert problem.code in CODES
        assert 1 <= problem.ref.line <= last, problem
        assert problem.ref.column >= 1
        assert problem.message.isprintable(), problem


def load_bytes(name: str, data: bytes) -> None:
    """Load a story with one file of these bytes, which must not raise."""
    files: dict[str, str | bytes] = {"story.yaml": STORY, "endings.yaml": ENDINGS, "scenes.yaml": FIRST, name: data}
    with tempfile.TemporaryDirectory() as folder:
        for path, content in files.items():
            (Path(folder) / path).write_bytes(content if isinstance(content, bytes) else content.encode())
        holds_together(load_story(Path(folder)), files)


NAMES = st.sampled_from(
    [f"{name}.yaml" for name in "story variables cast places endings snippets scenes a.invariants more".split()]
)


@anything
@given(NAMES, st.binary(max_size=200))
def test_any_bytes_give_a_story_or_problems(name: str, data: bytes) -> None:
    """Whatever bytes a file holds, loading ends with a value."""
    load_bytes(name, data)


@anything
@given(NAMES, st.text(alphabet=st.sampled_from("ab:-{}[]|>&*!%@`\"'#,? \n\t.\\<=~é\u2028\x00𝄞"), max_size=120))
def test_any_text_gives_a_story_or_problems(name: str, text: str) -> None:
    """Whatever YAML's own signs make of each other, loading ends with a value."""
    load_bytes(name, text.encode())


KEYS = st.sampled_from(
    [*sorted({key.name for kind in KINDS.values() for key in kind.keys}), "first", "luna warm", "Ä", ""]
)
LEAVES = st.sampled_from(
    [
        *"first true 0..6 {a|b} { luna over 1.5 ../x a.b bad __import__('os') seen(first) all none shake ~".split(),
        *("", "trust > 2", "trust += 1", "{x: y|z}", "9" * 30),
    ]
)


def trees() -> st.SearchStrategy[Any]:
    """Structures made of the format's own words, put together at random."""
    return st.recursive(
        LEAVES,
        lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=4)),
        max_leaves=12,
    )


@anything
@given(NAMES, st.dictionaries(KEYS, trees(), max_size=3))
def test_any_structure_gives_a_story_or_problems(name: str, tree: object) -> None:
    """Whatever the format's words are made into, loading ends with a value."""
    load_bytes(name, json.dumps(tree).encode())


@anything
@given(st.fixed_dictionaries({}, optional={key.name: trees() for key in SCENE.keys}))
def test_any_scene_gives_a_story_or_problems(tree: object) -> None:
    """Whatever stands under the right keys of a scene, loading ends with a value."""
    load_bytes("scenes.yaml", json.dumps({"first": tree}).encode())


def test_the_story_with_every_feature_loads_clean() -> None:
    """A story that uses all that the format knows has no problem at all."""
    result = load_story(GOOD)
    assert [str(problem) for problem in result.diagnostics] == []
    assert result.story is not None
    assert (len(result.story.scenes), len(result.invariants)) == (5, 2)


def test_the_story_with_every_feature_uses_every_key() -> None:
    """Nothing that the table knows is missing from the example."""
    text = "".join(path.read_text(encoding="utf-8") for path in GOOD.parent.rglob("*.yaml"))
    kinds = [kind for kind in KINDS.values() if not kind.name.startswith(("step", "start", "replay"))]
    wanted = {key.name for kind in kinds for key in kind.keys} | LINE_KEYS
    assert sorted(key for key in wanted if f"{key}:" not in text) == []


def test_the_projects_own_story_loads() -> None:
    """The story that is shipped has no errors."""
    result = load_story(Path(__file__).parents[2] / "story")
    assert [str(problem.ref) for problem in result.diagnostics if problem.code.startswith("E")] == []
    assert result.story is not None


def test_the_ledger_can_be_read_whole(tmp_path: Path) -> None:
    """Everything that stands in the ledger is there, as text."""
    write(
        tmp_path,
        {"story/story.yaml": STORY, "seeds/canon.yaml": "acts: [{id: act_0}]\nbeats:\n- id: war\n  who: [a, b]\n"},
    )
    data, problems = load_ledger(tmp_path / "story")
    assert data == {"acts": [{"id": "act_0"}], "beats": [{"id": "war", "who": ["a", "b"]}]}
    assert problems == ()


def test_loading_is_the_same_every_time() -> None:
    """Two loads of one folder give equal stories and the same problems."""
    assert load_story(GOOD) == load_story(GOOD)
    bad = {"a.yaml": "second: {goto: nowhere}\n", "b.yaml": "third: {goto: nowhere}\n"}
    assert loaded(bad).diagnostics == loaded(bad).diagnostics


def test_collections_go_on_after_loading() -> None:
    """Loading puts the collector of garbage back as it was."""
    loaded()
    assert gc.isenabled()
    gc.disable()
    try:
        loaded()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_draft_holds_what_can_be_read() -> None:
    """A story with errors has no story to play, but a draft with all scenes that stand there, and every document."""
    result = loaded(scenes="first: {goto: nowhere}\nsecond: {ending: over}\n")
    assert result.story is None
    assert result.draft is not None
    assert list(result.draft.scenes) == ["first", "second"]
    assert set(result.documents) == {"story.yaml", "endings.yaml", "scenes.yaml"}


def test_files_that_are_only_in_an_editor_count(tmp_path: Path) -> None:
    """What an editor holds is read in place of the disk's, and a file that no disk has is read too; a replay is not."""
    write(tmp_path, {"story.yaml": STORY, "endings.yaml": ENDINGS, "scenes.yaml": "first: {goto: nowhere}\n"})
    unsaved = {
        "scenes.yaml": b"first: {goto: second}\n",
        "more/second.yaml": b"second: {ending: over}\n",
        "a.replay.yaml": b"[",
    }
    assert load_story(tmp_path, unsaved).story is not None
    assert load_story(tmp_path).story is None
