"""From the words that a person wrote in a gold file to places in the story and names of its cast.

A passage is given by its words, `"She took the key"`, or, where the same words stand more than
once, by `{ quote = "She took the key", nth = 2 }`. White space matches any white space, so that a
quote may run over a line end. Quotations are the exception: they are listed in text order, and
each is looked for after the one before.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

PASSAGES = frozenset({"begins", "ends", "quote", "since", "until"})
NAMES = frozenset(
    "who a b speaker to holder viewpoint also present unsure agents patients recipient about "
    "kept_by kept_from owner where inside place item instrument".split()
)
"""Fields that name a member of the cast, an item or a place by its name or an alias."""

WITHOUT_NAMES = frozenset({"cast", "locations", "items"})


class Resolver:
    """Replaces words by spans and aliases by names; keeps what it could not find.

    For the text “Ola slept. Ola woke.” the passage `"Ola slept"` becomes `[0, 9]`, and `"Ola"`
    alone is a problem: it stands there twice.
    """

    def __init__(self, text: str, names: Mapping[str, str]) -> None:
        self._text = text
        self._names = names
        self.problems: list[str] = []

    def resolve(self, layer: str, records: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """The records of one layer with spans for passages and names for aliases."""
        resolved = []
        after = -1
        for record in records:
            fields = dict(record)
            if layer == "quotations" and isinstance(record.get("begins"), str):
                after, fields["begins"] = self._next(record["begins"], after)
            resolved.append({key: self._field(layer, key, fields[key]) for key in fields})
        return resolved

    def _field(self, layer: str, key: str, value: object) -> object:
        if key in PASSAGES and isinstance(value, (str, Mapping)):
            return self._passage(layer, value)
        if key == "forbids" and isinstance(value, list):
            return self.resolve("forbids", value)
        if key in NAMES and layer not in WITHOUT_NAMES:
            if isinstance(value, str):
                return self._names.get(value, value)
            if isinstance(value, list):
                return [self._names.get(name, name) for name in value]
        return value

    def _next(self, words: str, after: int) -> tuple[int, list[int]]:
        match = _pattern(words).search(self._text, after + 1)
        if match is None:
            self.problems.append(f"quotations: “{words}” does not come after the one before")
            return after, [0, 1]
        return match.start(), [match.start(), match.end()]

    def _passage(self, layer: str, value: str | Mapping[str, object]) -> list[int]:
        words = value if isinstance(value, str) else str(value["quote"])
        nth = 0 if isinstance(value, str) else int(str(value["nth"]))
        matches = list(_pattern(words).finditer(self._text))
        if not matches:
            self.problems.append(f"{layer}: “{words}” is not in the text")
            return [0, 1]
        if nth > len(matches) or (not nth and len(matches) > 1):
            self.problems.append(f"{layer}: “{words}” stands there {len(matches)} times, {nth=}")
            return [0, 1]
        return list(matches[max(nth - 1, 0)].span())


def names_of(sheet: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every name and alias of people, places and items with the name it stands for."""
    for layer in ("cast", "locations", "items"):
        for record in sheet.get(layer, ()):
            yield record["name"], record["name"]
            yield from ((alias, record["name"]) for alias in record.get("aliases", ()))


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, words.split())))
