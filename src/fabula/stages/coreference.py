"""Coreference: which member of the cast each mention points at."""

from collections.abc import Sequence

from fabula.lexicon.pronouns import Agreement
from fabula.stages.linking.focus import REACH, Focus, Trace
from fabula.stages.linking.name_index import NameIndex
from fabula.stages.linking.surroundings import Surroundings, surroundings_of
from fabula.story import Entity, EntityId, Link, Story

LEAST_SCORE = 0.0


class LinkMentions:
    """Links names to the cast, then descriptions and pronouns to whoever is in focus.

    In “Ines put her bag down. The girl sighed.” all three mentions of Ines are linked. “I” and
    “you” inside quotations wait until the speakers are known.
    """

    requires = ("paratext", "chapters", "scenes", "quotations", "mentions", "cast")
    provides = "links"

    def __call__(self, story: Story) -> Sequence[Link]:
        """One link for each mention that could be read, in text order."""
        linker = _Linker(story)
        links = [linker.link(place) for place in surroundings_of(story)]
        return [link for link in links if link is not None]


class _Linker:
    def __init__(self, story: Story) -> None:
        self._document = story.document
        self._entities = {entity.id: entity for entity in story.cast}
        self._index = NameIndex(story.cast)
        self._narrator = next((e for e in story.cast if e.narrator), None)
        self._focus = Focus()

    def link(self, place: Surroundings) -> Link | None:
        """The link of one mention; mentions have to come in text order."""
        found = self._found(place)
        if found is None:
            return None
        entity_id, reason, confidence = found
        self._focus.note(entity_id, place, named=place.mention.form == "proper")
        return Link(
            mention_id=place.mention.id,
            entity_id=entity_id,
            reason=reason,
            confidence=confidence,
        )

    def _found(self, place: Surroundings) -> tuple[EntityId, str, float] | None:
        if place.mention.form == "proper":
            return self._named(place)
        if place.mention.form == "nominal":
            return self._described(place)
        return self._pointed_at(place)

    def _named(self, place: Surroundings) -> tuple[EntityId, str, float] | None:
        bearers = self._index.bearers(self._document[place.mention])
        if not bearers:
            return None
        if len(bearers) == 1:
            return bearers[0].id, "name", 0.95
        known = {entity.id for entity in bearers}
        for trace in self._focus.traces():
            if trace.entity_id in known:
                return trace.entity_id, "name, last mentioned", 0.7
        return bearers[0].id, "name, first of several", 0.5

    def _described(self, place: Surroundings) -> tuple[EntityId, str, float] | None:
        phrase = self._document[place.mention]
        noun = self._document[place.mention.head].lower()
        if phrase.split()[0].lower() != "the":
            return None
        for key in (phrase, f"the {noun}"):
            bearers = self._index.bearers(key)
            if bearers:
                return bearers[0].id, "role", 0.6
        return None

    def _pointed_at(self, place: Surroundings) -> tuple[EntityId, str, float] | None:
        if place.pronoun is None:
            return None
        agreement = place.pronoun.agreement
        if agreement == "I":
            if self._narrator is None or not place.narrated:
                return None
            return self._narrator.id, "narrator", 0.95
        if agreement not in {"he", "she"}:
            return None
        best: tuple[float, EntityId] | None = None
        for trace in self._focus.traces():
            score = self._score(place, trace, agreement)
            if score is not None and (best is None or score > best[0]):
                best = (score, trace.entity_id)
        if best is None or best[0] < LEAST_SCORE:
            return None
        return best[1], "pronoun", 0.6

    def _score(self, place: Surroundings, trace: Trace, agreement: Agreement) -> float | None:
        """How well a person in focus fits a pronoun; None where they cannot be meant."""
        entity = self._entities[trace.entity_id]
        if entity.kind == "group" or entity.pronouns not in {None, agreement}:
            return None
        if entity.narrator and place.narrated:
            return None
        distance = place.sentence - trace.place.sentence
        if distance > REACH or trace.place.scene != place.scene:
            return None
        if _bound(place, trace):
            return None
        score = 3.0 - 0.5 * distance
        score += 1.0 if entity.pronouns == agreement else 0.0
        subject = self._focus.last_subject(trace.entity_id)
        if subject is not None and place.sentence - subject.place.sentence <= distance + 1:
            score += 0.8
        if place.paragraph == trace.place.paragraph:
            score += 0.3
        if trace.place.narrated != place.narrated:
            score -= 0.7
        return score


def _bound(place: Surroundings, trace: Trace) -> bool:
    """Whether grammar keeps the two apart: in “Ines saw her” she is someone else."""
    if place.clause != trace.place.clause or place.possessive or place.pronoun is None:
        return False
    return place.pronoun.role == "object" and trace.place.subject
