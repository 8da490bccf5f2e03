"""What a wheel brings and no checkout holds: the scripts and the style sheet ready-made, so that no node is needed."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ReadyMade(BuildHookInterface):  # type: ignore[type-arg]
    """Puts `frame.MADE` into the wheel, from a folder that lasts as long as the build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":  # a checkout makes its own
            return
        sys.path.insert(0, self.root)  # these very sources, whatever is installed
        from programme import frame
        from programme.frame import bundles

        self.folder = tempfile.TemporaryDirectory()
        file = Path(self.folder.name) / frame.MADE.name
        file.write_bytes(bundles.ready_made())
        build_data["force_include"][str(file)] = frame.MADE.relative_to(self.root).as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self.folder.cleanup()
