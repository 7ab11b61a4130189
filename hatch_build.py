"""Puts every trained pipeline in ``models/`` into the wheel, as ``visitex/models/NAME``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Models(BuildHookInterface):  # type: ignore[type-arg]
    """A folder of ``models/`` with a ``meta.json`` is a pipeline; all else there stays out."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the pipelines to the builder; a wheel without any would be a broken one."""
        if version == "editable":  # they are found beside src/
            return
        models = Path(self.root, "models")
        pipelines = sorted(meta.parent for meta in models.glob("*/meta.json"))
        if not pipelines:
            raise FileNotFoundError(f"{models}: there is no trained pipeline; run `make models`")
        for pipeline in pipelines:
            build_data["force_include"][str(pipeline)] = f"visitex/models/{pipeline.name}"
