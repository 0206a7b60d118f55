"""Fabula reads a story and gives back the world in it.

    import fabula

    story = fabula.read("chapter.txt")
    for quotation, attribution in zip(story.quotations, story.attributions):
        print(story.document[quotation], attribution.speaker_id)

`read` and `load` are imported when first used, so that `import fabula` stays light.
"""

from typing import TYPE_CHECKING, Any

from fabula.errors import FabulaError
from fabula.version import __version__

if TYPE_CHECKING:
    from fabula.formats.saved import load, save
    from fabula.pipeline import read, read_bytes
    from fabula.story import Story
    from fabula.text import Document, Span

__all__ = [
    "Document",
    "FabulaError",
    "Span",
    "Story",
    "__version__",
    "load",
    "read",
    "read_bytes",
    "save",
]

_HOMES = {
    "Document": "fabula.text",
    "Span": "fabula.text",
    "Story": "fabula.story",
    "load": "fabula.formats.saved",
    "read": "fabula.pipeline",
    "read_bytes": "fabula.pipeline",
    "save": "fabula.formats.saved",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  the public names have many types
    if name not in _HOMES:
        raise AttributeError(f"module 'fabula' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
