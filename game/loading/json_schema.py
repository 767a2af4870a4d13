"""Writes the JSON Schemas that let an editor complete and check a story while it is written. Knows no key itself.

`python -m game.loading.json_schema` brings `story/schema/` and `story/reference.md` up to date with the table.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, TypeAlias

from .document import read_text
from .forms import FileKind, Form, Key, Kind, Text, Typing
from .nodes import ListNode, MappingNode, Node
from .reference_page import reference_page
from .scalar import Scalar, Style
from .schema import FILES, KINDS, LINE_KEYS, LINE_KINDS, SPEAKER, STEP_KINDS

Json: TypeAlias = dict[str, Any]

_TYPES: dict[Typing, str | list[str]] = {
    Typing.ANY: ["string", "number", "boolean"],
    Typing.NAME: ["string", "boolean"],
    Typing.TRUTH: "boolean",
    Typing.WHOLE: "integer",
    Typing.DECIMAL: "number",
}
_ANYTHING = Text("").pattern
_UNIONS = {"line": tuple(LINE_KINDS), "step": tuple(STEP_KINDS)}
"""Definitions that stand for any of several kinds."""


def schemas() -> dict[str, str]:
    """The text of each schema file, by its name."""
    return {f"{file.name}.schema.json": json.dumps(_schema(file), indent=2) + "\n" for file in FILES}


def write_json_schema(folder: Path) -> None:
    """Write every schema into `folder`, making it if need be. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")


def _schema(file: FileKind) -> Json:
    definitions: dict[str, Json] = {}
    root = _form(file.form, definitions)
    if "$ref" in root:
        root = {"allOf": [root]}
    nullable = root | {"type": [root["type"], "null"]} if "type" in root else root
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": file.path,
        "description": file.about,
        **(nullable if file.name not in ("story", "replay") else root),
        "definitions": {name: definitions[name] for name in sorted(definitions)},
    }


def _form(form: Form, definitions: dict[str, Json]) -> Json:
    """What an editor is told of a form; the kinds it needs are added to `definitions`."""
    ways: list[Json] = []
    if form.text is not None:
        ways.append(_text(form.text))
    if form.items is not None:
        ways.append({"type": "array", "items": _form(form.items, definitions), "minItems": form.fewest})
    if form.kind is not None:
        _define(form.kind, definitions)
        ways.append({"$ref": f"#/definitions/{form.kind}"})
    if form.entries is not None:
        ways.append(_entries(form, form.entries, definitions))
    return ways[0] if len(ways) == 1 else {"anyOf": ways}


def _entries(form: Form, entries: Form, definitions: dict[str, Json]) -> Json:
    names = {"propertyNames": {"pattern": _anchored(form.entry_names)}} if form.entry_names is not None else {}
    fragment = _form(entries, definitions)
    return {"type": "object", **names, "additionalProperties": fragment, "minProperties": form.fewest}


def _text(text: Text) -> Json:
    if text.typing is Typing.WHOLE or text.typing is Typing.DECIMAL:
        bounds = {"minimum": text.lowest or 0, "maximum": text.highest}
        return {"type": _TYPES[text.typing], **bounds}
    if text.typing is Typing.TRUTH:
        return {"type": "boolean"}
    if text.options:
        return {"enum": list(text.options)}
    types = "string" if text.typing is Typing.ANY and text.pattern != _ANYTHING else _TYPES[text.typing]
    return {"type": types, "pattern": _anchored(text)}


def _anchored(text: Text) -> str:
    return r"\S" if text.pattern == _ANYTHING else f"^({text.pattern})$"


def _define(name: str, definitions: dict[str, Json]) -> None:
    if name in definitions:
        return
    definitions[name] = {}
    if name not in _UNIONS:
        definitions[name] = _kind(KINDS[name], definitions)
        return
    members = [f"{name}_{member}" for member in _UNIONS[name]]
    for member in members:
        _define(member, definitions)
    ways = [{"$ref": f"#/definitions/{member}"} for member in members]
    definitions[name] = {"anyOf": [*ways, *([_speech()] if name == "line" else [])]}


def _speech() -> Json:
    """Somebody speaks: one key, which is no line kind."""
    names = {"pattern": _anchored(SPEAKER), "not": {"enum": sorted(LINE_KEYS)}}
    about = "Somebody speaks: `who: text`, or `who expression: text`."
    only = {"minProperties": 1, "maxProperties": 1}
    return {
        "type": "object",
        "description": about,
        "propertyNames": names,
        **only,
        "additionalProperties": _text(Text("")),
    }


def _kind(kind: Kind, definitions: dict[str, Json]) -> Json:
    made: Json = {
        "type": "object",
        "description": kind.about,
        "properties": {key.name: _key(key, definitions) for key in kind.keys},
        "additionalProperties": False,
    }
    required = [key.name for key in kind.keys if key.required]
    if required:
        made["required"] = required
    if kind.needs:
        made["dependencies"] = {name: [needed] for name, needed in kind.needs}
    if kind.apart:
        made["not"] = {"anyOf": [{"required": list(pair)} for pair in kind.apart]}
    if kind.one_of:
        made["oneOf"] = [{"required": [name]} for name in kind.one_of]
    return made


def _key(key: Key, definitions: dict[str, Json]) -> Json:
    about = {"description": key.about, "examples": [as_json(read_text(key.example, key.name).root)]}
    fragment = _form(key.form, definitions)
    return {**about, "allOf": [fragment]} if "$ref" in fragment else {**about, **fragment}


def as_json(node: Node | None) -> object:
    """A tree as JSON, with plain numbers and truth values read as YAML 1.2 reads them."""
    if isinstance(node, ListNode):
        return [as_json(item) for item in node.items]
    if isinstance(node, MappingNode):
        return {key.text: as_json(value) for key, value in node.pairs}
    return _typed(node) if isinstance(node, Scalar) else None


def _typed(scalar: Scalar) -> str | int | float | bool | None:
    text = scalar.text
    if scalar.style is not Style.PLAIN:
        return text
    if text in ("", "null", "~", "true", "false"):
        return {"true": True, "false": False}.get(text)
    try:
        return int(text) if text.lstrip("-+").isdigit() else float(text) if text[-1].isdigit() else text
    except ValueError:
        return text


def main(arguments: list[str]) -> int:
    """Bring the generated files of a story folder (`story` if none is named) up to date."""
    story = Path(arguments[0] if arguments else "story")
    write_json_schema(story / "schema")
    (story / "reference.md").write_text(reference_page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
