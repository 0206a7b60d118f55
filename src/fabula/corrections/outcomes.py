"""What became of the corrections: seen from the story itself, once it is read.

A correction holds if the story now says what it asks for. One that does not is never dropped in
silence: the text was revised, a name is nobody's, or another correction says the opposite.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct, structs

from fabula.corrections.anchors import Found
from fabula.corrections.lines import (
    found_lines,
    mention_places,
    nameable_mentions,
    named_people,
)
from fabula.corrections.names import Names, key_of, listed
from fabula.corrections.records import (
    Anchor,
    Corrections,
    LineCorrection,
    Merge,
    NeverMerge,
    Omit,
    Rename,
    Split,
)
from fabula.story import Story
from fabula.text import Diagnostic

SUMMARY = "corrections"
STALE = "stale-correction"
AMBIGUOUS = "ambiguous-correction"
UNKNOWN = "unknown-name"
CONFLICT = "conflicting-correction"
"""Codes of the notes; `docs/corrections.md` says what each means."""

MOST_REPORTED = 50
"""Corrections that do not hold and are told one by one: a file of another story has them all."""

_ONE = "delete one of them"
_SHOWN = 60
"""Characters of a line that a message shows."""


def with_outcomes(story: Story, corrections: Corrections) -> Story:
    """The story with a note on its document for each correction that does not hold.

    The first note counts those that do. Without corrections the story stays as it is.
    """
    if not len(corrections) or "cast" not in story.layers:
        return story
    failures = problems(story, corrections)
    total = len(corrections)
    held = total - sum(bool(failure) for failure in failures)
    summary = f"{held:,} of {total:,} corrections in {corrections.source} hold"
    notes = [note for failure in failures for note in failure[:1]]
    if len(notes) > MOST_REPORTED:
        rest = f"{len(notes) - MOST_REPORTED:,} more corrections do not hold"
        notes = [*notes[:MOST_REPORTED], Diagnostic(SUMMARY, rest)]
    diagnostics = (*story.document.diagnostics, Diagnostic(SUMMARY, summary), *notes)
    return structs.replace(story, document=structs.replace(story.document, diagnostics=diagnostics))


def problems(story: Story, corrections: Corrections) -> list[list[Diagnostic]]:
    """For each correction why it does not hold; nothing for one that does.

    In the order merge, never_merge, split, rename, omit, narrator, line, as in the file.
    """
    check = _Check(story)
    cast = corrections.cast
    found: list[Iterator[Diagnostic]] = [
        *map(check.merge, cast.merge),
        *map(check.never_merge, cast.never_merge),
        *map(check.split, cast.split),
        *map(check.rename, cast.rename),
        *map(check.omit, cast.omit),
    ]
    if cast.narrator is not None:
        found.append(check.narrator(cast.narrator.name))
    places = found_lines(story.document, story.quotations, corrections.lines)
    found += [check.line(*each) for each in zip(corrections.lines, places, strict=True)]
    return [list(each) for each in found]


def failure_of(story: Story, corrections: Corrections, newest: Struct) -> str | None:
    """Why the last correction of a kind does not hold, or None; `newest` is that correction."""
    cast = corrections.cast
    narrator = () if cast.narrator is None else (cast.narrator,)
    lists = (cast.merge, cast.never_merge, cast.split, cast.rename, cast.omit, narrator)
    everything = [each for group in (*lists, corrections.lines) for each in group]
    index = max(index for index, each in enumerate(everything) if each == newest)
    failures = problems(story, corrections)[index]
    return failures[0].message if failures else None


class _Check:
    """Compares corrections with a story that was read under them."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._names = Names(story.cast)

    def merge(self, merge: Merge) -> Iterator[Diagnostic]:
        yield from self._unknown("merge", merge.names)
        for one, other in combinations(merge.names, 2):
            if not self._are_one(one, other):
                told = f"[[merge]]: another correction keeps '{one}' and '{other}' apart; {_ONE}"
                yield Diagnostic(CONFLICT, told)

    def never_merge(self, never: NeverMerge) -> Iterator[Diagnostic]:
        yield from self._unknown("never_merge", never.names)
        for one, other in combinations(never.names, 2):
            if self._are_one(one, other):
                told = f"[[never_merge]]: another correction joins '{one}' and '{other}'; {_ONE}"
                yield Diagnostic(CONFLICT, told)

    def split(self, split: Split) -> Iterator[Diagnostic]:
        others = (*split.parts, *((split.into,) if split.into is not None else ()))
        if split.mentions:
            nameable = nameable_mentions(self._story)
            places = mention_places(self._story.document, nameable)
            for anchor in split.mentions:
                yield from _not_found("split", anchor, places.find(anchor), "mention")
        yield from self._unknown("split", (split.name, *others))
        for part in others:
            if self._are_one(split.name, part):
                told = f"[[split]]: '{part}' is still a name of '{split.name}'; {_ONE}"
                yield Diagnostic(CONFLICT, told)

    def rename(self, rename: Rename) -> Iterator[Diagnostic]:
        shown = self._names.meant(rename.to)
        if shown is not None and key_of(rename.name) in map(key_of, shown.names):
            return
        yield from self._unknown("rename", (rename.name,))
        told = f"[[rename]]: '{rename.to}' is the name of somebody else than '{rename.name}'"
        yield Diagnostic(CONFLICT, told)

    def omit(self, omit: Omit) -> Iterator[Diagnostic]:
        shown = [entity for entity in self._story.cast if key_of(entity.name) == key_of(omit.name)]
        if shown:
            yield Diagnostic(CONFLICT, f"[[omit]]: another correction keeps '{omit.name}'; {_ONE}")
        elif not self._is_mentioned(omit.name):
            yield Diagnostic(STALE, f"[[omit]]: nobody in the story is called '{omit.name}'")

    def narrator(self, name: str) -> Iterator[Diagnostic]:
        for note in self._unknown("narrator", (name,)):
            hint = "a narrator whom nobody names can be renamed: [[rename]] name = 'the narrator'"
            yield Diagnostic(note.code, f"{note.message} ({hint})")

    def line(self, line: LineCorrection, found: Found) -> Iterator[Diagnostic]:
        yield from _not_found("line", line, found, "line")
        if named_people(line, self._names) is None:
            speaker = () if line.speaker is None else (line.speaker,)
            names = (*speaker, *(line.addressees or ()))
            for note in self._unknown("line", names):
                yield Diagnostic(note.code, f"{note.message} (of {_shown(line)})")

    def _are_one(self, one: str, other: str) -> bool:
        first, second = self._names.meant(one), self._names.meant(other)
        return first is not None and first is second

    def _unknown(self, table: str, names: Sequence[str]) -> Iterator[Diagnostic]:
        for name in names:
            if self._names.meant(name) is None:
                yield Diagnostic(UNKNOWN, f"[[{table}]]: {self._names.problem(name)}")

    def _is_mentioned(self, name: str) -> bool:
        """Whether the last word of a name is the last of any mention.

        Some names are made of the text's words: “Ada’s mother” is “her mother” there.
        """
        last = key_of(name).split(" ")[-1]
        return any(
            key_of(self._story.document[mention]).split(" ")[-1] == last
            for mention in self._story.mentions
            if mention.form != "pronominal"
        )


def _not_found(table: str, anchor: Anchor, found: Found, what: str) -> Iterator[Diagnostic]:
    if found.why == "missing":
        there = "in these surroundings" if found.candidates else "any more"
        told = f"no {what} has these words {there}; delete the correction or make it anew"
        yield Diagnostic(STALE, f"[[{table}]]: {_shown(anchor)}: {told}")
    elif found.why == "several":
        told = f"{len(found.candidates)} places fit; say which with before, after or nth"
        yield Diagnostic(AMBIGUOUS, f"[[{table}]]: {_shown(anchor)}: {told}")


def _shown(anchor: Anchor) -> str:
    quote = anchor.quote if len(anchor.quote) <= _SHOWN else f"{anchor.quote[: _SHOWN - 1]}…"
    return listed([quote])
