"""JSON Schema for the files of `data/`, made from the records, for editors to complete and check.

Scalars in `data/` are texts to the loader (see `yamlfile`); an editor reads
`date: 2024` as a number and `priority: true` as a boolean, so the schema admits
what an editor sees.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from .. import whole
from . import dataset, loader, registries
from .examples import Examples
from .keys import key_of
from .record import Record
from .vocabulary import OPEN

FOLDER = Path(__file__).resolve().parent / "schema"
_NEUTRAL = Examples({})
"""The schemas are of the engine: they know no plan."""
RECORDS: dict[str, type[Record]] = {
    "plan": dataset.Plan,
    "notice": registries.Notice,
    "search": registries.SearchWords,
    "sections": dataset.Clause,
    "projects": dataset.Project,
    "agencies": registries.Agency,
    "groups": registries.Group,
    "documents": registries.Document,
    "abbreviations": registries.Abbreviation,
    "concepts": registries.Concept,
    "places": registries.Place,
    "questions": registries.Question,
    "needs": registries.Need,
    "vocabulary": registries.OwnTerm,
}
"""Kind of file in `data/` -> the record that it holds, or holds many of."""


def files() -> dict[str, str]:
    """Schema file -> its text, for each kind of file in `data/`."""
    return {f"{name}.json": json.dumps(_schema(name), ensure_ascii=False, indent=1) + "\n" for name in RECORDS}


def write(folder: Path) -> list[Path]:
    """Write all schema files; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in files().items():
        path = folder / name
        whole.write(path, text)
        written.append(path)
    return written


def used(folder: str) -> dict[str, str]:
    """Schema file in `folder` -> the files of a plan that it is for, as the settings of VS Code say it."""
    named = {**loader.SINGLE, **loader.LISTS}
    return {f"{folder}/{name}.json": f"data/{named.get(name, 'projects/*.yaml')}" for name in RECORDS}


class _Generator(GenerateJsonSchema):
    """Leaves out what is not written in a file."""

    def ignore_warning(self, kind: Any, detail: str) -> bool:
        return True


def _schema(name: str) -> dict[str, Any]:
    record = RECORDS[name]
    _, made = models_json_schema([(record, "validation")], schema_generator=_Generator, ref_template="#/$defs/{model}")
    definitions = {key: _dress(key, one) for key, one in made["$defs"].items() if key != "At"}
    _admit_short_forms(definitions)
    for kind in OPEN.values():
        if listed := definitions.get(kind.__name__):  # a plan may add to these: it is for the check to look there
            words = {key: listed.pop(key) for key in ("enum", "type") if key in listed}
            listed["anyOf"] = [words, {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}]
    whole: dict[str, Any] = {"$ref": f"#/$defs/{record.__name__}"}
    if name in loader.LISTS:
        whole = {"type": "array", "items": whole}
    title = f"data/{ {**loader.SINGLE, **loader.LISTS}.get(name, 'projects/*.yaml') }"
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": title, **whole, "$defs": definitions}


def _dress(record: str, schema: dict[str, Any]) -> dict[str, Any]:
    """Vietnamese titles, meanings and examples for every key; short forms of paragraphs and phrases admitted."""
    properties = {}
    for key, one in schema.get("properties", {}).items():
        if key == "__at__":
            continue
        known = key_of(key, record)
        dressed = _loosen({k: v for k, v in one.items() if k not in ("title", "default")})
        if known:
            dressed |= {"title": known.name, "description": known.meaning, "examples": [_NEUTRAL.fill(known.example)]}
        properties[key] = dressed
    dressed = {k: v for k, v in schema.items() if k not in ("properties", "description")}
    if properties:
        dressed["properties"] = properties
    return _loosen({k: v for k, v in dressed.items() if k != "title"})


def _admit_short_forms(definitions: dict[str, Any]) -> None:
    """A phrase may be a plain text; a paragraph too, or a phrase with the paragraph's own keys (see `Paragraph`)."""
    phrase, paragraph = definitions.get("Phrase"), definitions.get("Paragraph")
    if not phrase or not paragraph:
        return
    flat = {**paragraph, "properties": {**phrase["properties"], **paragraph["properties"]}}
    flat.pop("required", None)
    flat["anyOf"] = [{"required": ["text"]}, {"required": ["phrases"]}]
    text = {"type": ["string", "number"]}
    definitions["Phrase"] = {"anyOf": [text, phrase]}
    definitions["Paragraph"] = {"anyOf": [text, flat]}


def _loosen(schema: Any) -> Any:
    """Numbers and dates that an editor does not see as texts are admitted where a text is wanted."""
    if isinstance(schema, list):
        return [_loosen(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    loose = {key: _loosen(value) for key, value in schema.items()}
    if loose.get("type") == "string" and "enum" not in loose and "const" not in loose:
        loose["type"] = ["string", "number"]
    if loose.get("type") == "null":
        return {"type": "null"}
    return loose
