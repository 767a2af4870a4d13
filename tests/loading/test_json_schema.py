"""The schemas that editors use and the validator that we use come from one table, and agree."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.errors import UsageError
from game.loading.forms import FileKind, Kind
from game.loading.json_schema import main, schemas
from game.loading.reference_page import reference_page
from game.loading.replay_file import parse_replay
from game.loading.schema import FILES, KINDS
from tests.support.documents import documents
from tests.support.loading import loaded

STORY_FOLDER = Path(__file__).parents[2] / "story"

OF_FORM = {
    *("E201", "E202", "E203", "E204", "E205", "E208", "E209", "E210", "E214", "E216", "E217", "E220", "E221", "E228"),
    *("E235", "E236", "E239", "E240"),
}
"""Codes for what a schema can see: keys and forms. Whether what is named exists is beyond it."""

PATHS = {"snippets": "snippets.yaml", "invariants": "a.invariants.yaml", "assets": "../assets/assets.yaml"}

VALIDATORS = {
    file.name: jsonschema.Draft7Validator(json.loads(schemas()[f"{file.name}.schema.json"])) for file in FILES
}


def accepts(file: FileKind, document: object) -> bool:
    """Whether our own validator finds nothing wrong with the form of a document."""
    text = json.dumps(document)
    if file.name == "replay":
        try:
            result = parse_replay(text.encode(), "a.replay.yaml").diagnostics
        except UsageError:
            return False
    else:
        result = loaded({PATHS.get(file.name, f"{file.name}.yaml"): text}).diagnostics
    names = (PATHS.get(file.name, f"{file.name}.yaml"), "a.replay.yaml")
    return not any(problem.code in OF_FORM and problem.ref.file in names for problem in result)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_schema_and_validator_agree(file: FileKind, data: st.DataObject) -> None:
    """A document whose form the schema accepts is one whose form the loader accepts, and the other way round."""
    document = data.draw(documents(file))
    validator = VALIDATORS[file.name]
    assert validator.is_valid(document) == accepts(file, document), list(validator.iter_errors(document))


@pytest.mark.parametrize("name", schemas())
def test_the_committed_schemas_are_current(name: str) -> None:
    """What stands in story/schema/ is what the table makes now (`python -m game.loading.json_schema` renews it)."""
    assert (STORY_FOLDER / "schema" / name).read_text(encoding="utf-8") == schemas()[name]


@pytest.mark.parametrize("name", schemas())
def test_each_schema_is_a_schema(name: str) -> None:
    """Every schema is valid by the rules of JSON Schema itself."""
    jsonschema.Draft7Validator.check_schema(json.loads(schemas()[name]))


def test_the_committed_reference_page_is_current() -> None:
    """story/reference.md is what the table makes now."""
    assert (STORY_FOLDER / "reference.md").read_text(encoding="utf-8") == reference_page()


def test_the_reference_page_names_every_key() -> None:
    """No key of the table is missing from the page."""
    page = reference_page()
    missing = [
        f"{kind.name}.{key.name}" for kind in KINDS.values() for key in kind.keys if f"| `{key.name}`" not in page
    ]
    assert missing == []


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_example_is_right(kind: Kind) -> None:
    """The example of each key has the form that the key asks for."""
    for file in FILES:
        schema = json.loads(schemas()[f"{file.name}.schema.json"])
        if kind.name not in schema["definitions"]:
            continue
        for name, fragment in schema["definitions"][kind.name]["properties"].items():
            whole = {**fragment, "definitions": schema["definitions"]}
            assert jsonschema.Draft7Validator(whole).is_valid(fragment["examples"][0]), (name, fragment["examples"])


def test_the_command_writes_schemas_and_page(tmp_path: Path) -> None:
    """The command brings a story folder's generated files up to date."""
    assert main([str(tmp_path)]) == 0
    assert {path.name for path in (tmp_path / "schema").iterdir()} == set(schemas())
    assert (tmp_path / "reference.md").is_file()
