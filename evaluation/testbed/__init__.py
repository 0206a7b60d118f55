"""Short stories of our own with gold for every layer of the world; see README.md beside this.

`seen` stories may be looked at while rules are written; `unseen` ones are only scored.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, get_args

import msgspec
from msgspec import Struct

from evaluation.testbed.anchors import Resolver, names_of
from evaluation.testbed.records import LAYERS, Gold
from fabula.text import Span

__all__ = ["GoldError", "GoldStory", "Half", "load", "load_story", "paths", "scene_spans"]

Half = Literal["seen", "unseen"]
FOLDER = Path(__file__).parent


class GoldError(ValueError):
    """A gold file that does not fit its story; the message lists everything that is wrong."""


class GoldStory(Struct, frozen=True, kw_only=True):
    """A story and its gold; offsets count characters of `text`, the decoded file."""

    name: str
    half: Half
    path: Path
    text: str
    gold: Gold


def load(*halves: Half) -> tuple[GoldStory, ...]:
    """The stories of these halves, of both if none is named, in the order of their names.

    Raises:
        GoldError: if a gold file does not fit its story.
    """
    return tuple(load_story(path) for path in paths(*halves))


def paths(*halves: Half) -> tuple[Path, ...]:
    """The texts of these halves, of both if none is named."""
    return tuple(
        path for half in halves or get_args(Half) for path in sorted((FOLDER / half).glob("*.txt"))
    )


def load_story(path: Path) -> GoldStory:
    """One story from its text; the gold is the `.toml` file of the same name.

    Raises:
        GoldError: if a passage is not found, or a field is missing or unknown.
    """
    text = path.read_bytes().decode("utf-8")
    sheet = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))
    return GoldStory(
        name=path.stem,
        half="seen" if path.parent.name == "seen" else "unseen",
        path=path,
        text=text,
        gold=_gold(path.stem, text, sheet),
    )


def scene_spans(story: GoldStory) -> tuple[Span, ...]:
    """Each scene from its first word to where the next one begins."""
    starts = [scene.begins.start for scene in story.gold.scenes]
    return tuple(map(Span, starts, [*starts[1:], len(story.text)]))


def _gold(name: str, text: str, sheet: Mapping[str, Any]) -> Gold:
    resolver = Resolver(text, dict(names_of(sheet)))
    layers = {
        key: resolver.resolve(key, value) if key in LAYERS else value
        for key, value in sheet.items()
    }
    if resolver.problems:
        raise GoldError("\n".join(f"{name}: {problem}" for problem in resolver.problems))
    try:
        return msgspec.convert(layers, Gold)
    except msgspec.ValidationError as error:
        raise GoldError(f"{name}: {error}") from error
