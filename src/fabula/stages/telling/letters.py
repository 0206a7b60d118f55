"""Scenes that are papers: a letter, a page of a diary, a chat."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Literal

from msgspec import Struct

from fabula.stages.naming.told_sections import Bearers
from fabula.stages.structure.scene_labels import is_date_line, is_place_and_date
from fabula.stages.telling.scene_narration import Passage, passages_between
from fabula.story import Entity, EntityId, Quotation, Scene, Story
from fabula.text import overlapping

MOST_OF_IT = 0.5
"""So much of a scene is written down, if the scene is a paper: chats have names between."""

FEWEST_MESSAGES = 3
"""A letter is one piece of writing; a chat has several writers in turn."""

LONGEST_SIGNATURE = 40
_SIGNATURE = re.compile(
    r"""(?:\A|[\n,.!?—–-])\s*[*_—–-]*\s?(?P<name>[A-Z][\w’'.\- ]*?)\.?[*_]*[”»"]?\s*\Z"""
)
_POSTSCRIPT = re.compile(r"\n\s*[*_]*P\.? ?S\.?[:,]?\s")
"""What is added below the signature."""

_INITIAL = re.compile(r"[A-Z]\.?")

Form = Literal["letter", "chat", "diary"]


class Paper(Struct, frozen=True):
    """What is written in a scene that is a paper.

    `passages` are its words, `writer_id` is who signs it.
    """

    form: Form
    passages: tuple[Passage, ...] = ()
    writer_id: EntityId | None = None


class Papers:
    """Knows which scenes of a story are papers, and who writes them."""

    def __init__(self, story: Story) -> None:
        """Reads this story up to its attributions."""
        self._story = story
        self._people = [each for each in story.cast if each.kind == "person"]
        self._bearers = Bearers(story.cast)
        self._writings = [each for each in story.quotations if each.kind == "writing"]
        self._writer = {each.quotation_id: each.speaker_id for each in story.attributions}

    def paper(self, scene: Scene) -> Paper | None:
        """The paper that a scene is; None for one that is told.

        Finds:
            A scene most of which is one letter, or the messages of a chat; one below a line that
            is but a date.
        Why it holds:
            Whoever tells a scene around a letter has more to say than the letter.
        Misses:
            Letters without a greeting, which are read as told by an “I”.

        Example:
            “Dear Tom, / The roof is on. / Ines” between two rules is a letter by Ines.
        """
        written = [
            each
            for each in overlapping(self._writings, scene.start, scene.end)
            if each.within is None
        ]
        length = sum(part.end - part.start for each in written for part in each.parts)
        if written and length >= MOST_OF_IT * (scene.end - scene.start):
            if len(written) >= FEWEST_MESSAGES:
                return Paper("chat", self._passages(*written))
            longest = max(written, key=lambda each: each.end - each.start)
            return Paper("letter", self._passages(longest), self._signed(longest))
        above = self._story.document[scene.mark].strip("*_# \n") if scene.mark else ""
        if above and (is_date_line(above) or is_place_and_date(above)):
            return Paper("diary")
        return None

    def _passages(self, *written: Quotation) -> tuple[Passage, ...]:
        document = self._story.document
        return tuple(
            passage
            for each in written
            for part in each.parts
            for passage in passages_between(document, part.start, part.end)
        )

    def _signed(self, letter: Quotation) -> EntityId | None:
        """Who signs a letter, by name or initial, if nobody is known to write it anyway."""
        known = self._writer.get(letter.id)
        if known is not None:
            return known
        signature = self._signature(letter)
        if signature is None:
            return None
        return self._in_full(signature) or (
            self._by_initial(signature) if _INITIAL.fullmatch(signature) else None
        )

    def _signature(self, letter: Quotation) -> str | None:
        """The name at the end of a letter, above what is added to it."""
        text = self._story.document.text
        added = _POSTSCRIPT.search(text, letter.start, letter.end)
        end = added.start() if added else letter.end
        match = _SIGNATURE.search(text[max(letter.start, end - LONGEST_SIGNATURE) : end])
        return match["name"].removeprefix("Your ") if match else None

    def _in_full(self, signature: str) -> EntityId | None:
        place = self._bearers.whom(signature)
        return None if place is None else self._story.cast[place].id

    @cached_property
    def _signed_in_full(self) -> frozenset[EntityId | None]:
        return frozenset(self._in_full(self._signature(each) or "") for each in self._writings)

    def _by_initial(self, initial: str) -> EntityId | None:
        """The one whose name begins so; of several the one who signs another letter in full."""
        fitting = [each.id for each in _named_with(initial[0], self._people)]
        if len(fitting) > 1:
            fitting = [each for each in fitting if each in self._signed_in_full]
        return fitting[0] if len(fitting) == 1 else None


def _named_with(letter: str, people: Sequence[Entity]) -> list[Entity]:
    return [each for each in people if each.named and each.name.startswith(letter)]
