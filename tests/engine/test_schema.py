"""The JSON Schemas that editors use: current, in Vietnamese, true to the data."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from support import PLANS, ROOT, SECOND

from programme.commands import main
from programme.load import editor_schema
from programme.load.examples import Examples
from programme.load.keys import KEYS
from programme.load.loader import LISTS, SINGLE

NAMES = {file: name for name, file in {**SINGLE, **LISTS}.items()}
FILES = [path for plan in PLANS for path in sorted((plan / "data").rglob("*.yaml"))]


def as_an_editor(path: Path) -> Any:
    """The value an editor sees: numbers and booleans are such, dates are texts."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(one) for key, one in value.items()}
        if isinstance(value, list):
            return [plain(one) for one in value]
        return value.isoformat() if isinstance(value, datetime.date) else value

    return plain(yaml.safe_load(path.read_text(encoding="utf-8")))


def load(name: str) -> dict[str, Any]:
    return json.loads((editor_schema.FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def test_the_schemas_are_those_of_the_records():
    """The files in schema/ are what `make schema` writes today."""
    assert {
        path.name: path.read_text(encoding="utf-8") for path in editor_schema.FOLDER.glob("*.json")
    } == editor_schema.files()


@pytest.mark.parametrize("path", FILES, ids=[path.relative_to(ROOT).as_posix() for path in FILES])
def test_the_data_of_a_plan_is_valid(path: Path):
    """An editor marks nothing in the data of any plan here."""
    schema = load("projects" if path.parent.name == "projects" else NAMES[path.name])
    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.validate(as_an_editor(path), schema)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("agencies", "level: commune", "level: comune"),
        ("agencies", "level: commune", "levell: commune"),
        ("groups", "age_under: 6", "age_under: sáu"),
        ("documents", "kind: decision, ", ""),
        ("sections", "at_least: true", "at_least: có"),
        ("sections", "roles: [review]", "role: [review]"),
    ],
)
def test_an_editor_marks_mistakes(name: str, old: str, new: str, tmp_path: Path):
    """What the checker refuses for its form, the schema refuses while typing."""
    text = (SECOND / "data" / LISTS[name]).read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "x.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(as_an_editor(path), load(name))


def test_every_key_has_a_vietnamese_name_meaning_and_example():
    """While typing, each key shows what it is called, what it means and a line that is right; no entry is unused."""
    used = set()
    for name in {*SINGLE, *LISTS, "projects"}:
        for record, definition in load(name)["$defs"].items():
            objects = [definition, *definition.get("anyOf", [])]
            for properties in (one.get("properties", {}) for one in objects):
                for key, one in properties.items():
                    assert one.get("title") and one.get("description") and one.get("examples"), f"{record}.{key}"
                    used |= {key, f"{record}.{key}"}
    whole_files = {*SINGLE, *LISTS}
    assert set(KEYS) <= used | whole_files


def test_examples_are_right_for_their_key():
    """Each example of the table is YAML that begins with its key."""
    for name, key in KEYS.items():
        value = yaml.safe_load(Examples({}).fill(key.example))
        if not isinstance(value, list) and name not in SINGLE:
            assert next(iter(value)) == name.split(".")[-1]


def test_the_editor_knows_which_schema_is_for_which_file():
    """VS Code's settings name a schema for every kind of file in data/."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    expected = {f"./programme/load/schema/{name}.json": f"data/{file}" for name, file in {**SINGLE, **LISTS}.items()}
    assert settings == {**expected, "./programme/load/schema/projects.json": "data/projects/*.yaml"}
    assert settings == editor_schema.used("./programme/load/schema")


def test_the_folder_of_a_plan_gets_its_own(tmp_path: Path):
    """Beside a plan, the schemas and the editor's settings go into .vscode/; settings that are there stay."""
    assert main(["schema", "--root", str(tmp_path)]) == 0
    written = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / ".vscode/schema").iterdir()}
    assert written == editor_schema.files()
    settings = tmp_path / ".vscode/settings.json"
    known = json.loads(settings.read_text(encoding="utf-8"))["yaml.schemas"]
    assert known["./.vscode/schema/plan.json"] == "data/plan.yaml"
    assert known["./.vscode/schema/projects.json"] == "data/projects/*.yaml"
    assert all((tmp_path / name).exists() for name in known)
    settings.write_text("{}", encoding="utf-8")
    assert main(["schema", "--root", str(tmp_path)]) == 0
    assert settings.read_text(encoding="utf-8") == "{}"
