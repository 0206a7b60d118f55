"""Places that the encoder only half sees, where the words around them say that they are places."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from msgspec import Struct

from fabula.encoder.scores import PARTS_OF_SPEECH, RELATIONS, Scores
from fabula.labels import EntityType, MentionForm
from fabula.lexicon.motion import (
    CROSSING_VERBS,
    ENTERING_VERBS,
    LEAVING_VERBS,
    MOTION_VERBS,
)
from fabula.lexicon.place_nouns import BUILDINGS, PLACE_NOUNS, ROOMS
from fabula.lexicon.time_words import DAYTIMES, FEASTS, MONTHS, SEASONS, WEEKDAYS
from fabula.stages.naming.found_mentions import FoundMention
from fabula.stages.naming.place_names import TRUSTING
from fabula.stages.naming.scored_spans import ScoredSpan
from fabula.stages.naming.story_words import quotation_parts
from fabula.stages.token_rows import TokenRows
from fabula.story import Story
from fabula.text import Span, covering

PLACES = frozenset[EntityType]({"FAC", "GPE", "LOC", "VEH"})

HALF_SEEN = 0.1
"""A candidate of this probability is a place if its noun is one that means places …"""

IN_A_PLACE = 0.2
"""… and one of this if it stands behind a preposition of place."""

_LOCATIVE = frozenset(
    """
    in into inside at to from through across outside onto on aboard within down up along around
    near beneath under behind beyond towards toward
    """.split()
)
_CLOSELY = frozenset("in into inside at to aboard onto within across through".split())
"""Those behind which a noun that need not be a place mostly is one."""

_PARTED = frozenset("out outside inside door doors gate bars".split())
"""“Out of the cell”, “the door of the cell”."""

_WITH_PARTS = ROOMS | BUILDINGS
_FITTINGS = frozenset(
    """
    door doors gate floor floorboards carpet rug wall walls window windows windowsill ceiling roof
    table hearth fireplace stove range sink counter bench steps step doorstep threshold
    """.split()
)

_BEFORE_A_NOUN = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod"})
_DETERMINING = frozenset({"det", "poss"})
_GOING = ENTERING_VERBS | LEAVING_VERBS | CROSSING_VERBS
_NOUN = PARTS_OF_SPEECH.index("NOUN")
_NAME = PARTS_OF_SPEECH.index("PROPN")

_BESIDE_NAMES = frozenset({"in", "at", "aboard", "inside"})
"""A name behind one of these is of a place, unless it is of a time or a language, or what the verbs
of `TRUSTING` are about."""

_TOWARDS_NAMES = frozenset({"into", "to", "through", "towards", "toward"})
"""So is one that somebody goes to."""

_NO_PLACES = DAYTIMES | FEASTS | MONTHS | SEASONS | WEEKDAYS
_LANGUAGES = ("ish", "ese", "ench", "erman", "atin", "reek", "utch", "ussian", "alian", "elsh")

_OPEN_AIR = frozenset(
    "darkness dark night open cold rain snow storm fog mist sunshine sunlight daylight".split()
)


class _Seen(Struct, frozen=True):
    """A candidate for a place, and how likely it is."""

    span: Span
    probability: float


def located_places(
    found: Sequence[FoundMention],
    spans: Iterable[ScoredSpan],
    scores: Scores,
    rows: TokenRows,
    story: Story,
) -> list[FoundMention]:
    """Mentions of places beyond those `found`, in text order.

    Finds:
        Nouns for places behind a preposition of place or a verb of entering and leaving; those and
        other nouns that the encoder holds possible, where such words or such nouns stand. Names
        behind “in” and “at” that are nobody's, and where else they stand.
    Why it holds:
        Who is “in the pantry” is in a place, whatever a pantry is; so is who is “at the Blue Boar”.
    Misses:
        Names that stand only elsewhere (“the lamps of Osker”); what is a place only for this story.

    Example:
        “Ines sat in the pantry” has the place “the pantry”, though the encoder gives it 0.12.
    """
    reader = _Reader(found, spans, scores, rows)
    parts = quotation_parts(story)
    told = rows.in_story(story)
    nouns = np.flatnonzero(told & (scores.tags == _NOUN)).tolist()
    names = np.flatnonzero(told & (scores.tags == _NAME)).tolist()
    extra = []
    for row, span, form in [*reader.nouns(nouns), *reader.names(names)]:
        part = covering(parts, span.start)
        head = rows.span(row, row)
        within = Span(max(head.start, span.start), min(head.end, span.end))
        kind = reader.type_of(row)
        extra.append(FoundMention(span, kind, form, within, part.id if part else None))
    return extra


class _Reader:
    """Judges the nouns of a text by what is known of them."""

    def __init__(
        self,
        found: Sequence[FoundMention],
        spans: Iterable[ScoredSpan],
        scores: Scores,
        rows: TokenRows,
    ) -> None:
        self._rows, self._words = rows, [word.lower() for word in rows.words()]
        self._heads: list[int] = scores.heads.tolist()
        self._relations = [RELATIONS[each] for each in scores.relations.tolist()]
        head_rows = rows.rows_of([mention.head for mention in found]).tolist()
        self._taken = frozenset(head_rows)
        self._covered = frozenset(
            row
            for mention in found
            if mention.form == "proper"
            for row in range(rows.row_of(mention.span.start), rows.row_of(mention.span.end - 1) + 1)
        )
        self._known: Mapping[str, EntityType] = {
            self._words[row]: mention.type
            for row, mention in zip(head_rows, found, strict=True)
            if mention.type in PLACES and mention.form == "nominal"
        }
        self._ends: dict[int, int] = {}
        self._begins: dict[int, int] = {}
        for mention in found:
            start, end = mention.span.start, mention.span.end
            self._ends[start] = max(end, self._ends.get(start, end))
            self._begins[end] = min(start, self._begins.get(end, start))
        self._seen: dict[int, _Seen] = {}
        self._types: dict[int, EntityType] = {}
        for span in spans:
            best = self._seen.get(span.head)
            if span.type in PLACES and (best is None or span.probability > best.probability):
                self._seen[span.head] = _Seen(span.span, span.probability)
                self._types[span.head] = span.type

    def nouns(self, rows: Iterable[int]) -> Iterator[tuple[int, Span, MentionForm]]:
        """The places among the nouns at these rows."""
        for row in rows:
            span = self.place(row)
            if span is not None:
                yield row, span, "nominal"

    def names(self, rows: Sequence[int]) -> Iterator[tuple[int, Span, MentionForm]]:
        """The places among the names that end at these rows, wherever one of the story is one."""
        free = [row for row in rows if self._is_free(row)]
        called = {row: self._rows.text(self._name(row)).lower() for row in free}
        places = {called[row] for row in free if self._is_located_name(row)}
        for row in free:
            span = self._name(row)
            if called[row] in places and not self._crosses(span):
                yield row, span, "proper"

    def _is_free(self, row: int) -> bool:
        """Whether a name ends here that no mention has, and that is no time or language."""
        word = self._words[row]
        if word in _NO_PLACES or word.endswith(_LANGUAGES) or not word[0].isalpha():
            return False
        written = self._rows.text(self._rows.span(row, row))
        capital = written[0].isupper() and not (written.isupper() and len(written) > 1)
        taken = row in self._covered or row in self._taken
        return capital and not taken and self._relations[row] != "compound"

    def _is_located_name(self, row: int) -> bool:
        small = self._heads[row]
        if self._words[row] in ROOMS and self._relations[row] in {"nsubj", "nsubjpass"}:
            return True  # “Sickbay was a bunk with a curtain”
        if self._relations[row] != "pobj":
            return False
        verb = self._words[self._heads[small]]
        if self._words[small] in _TOWARDS_NAMES:
            return verb in MOTION_VERBS  # “rode into Osker”
        return self._words[small] in _BESIDE_NAMES and verb not in TRUSTING

    def _name(self, row: int) -> Span:
        """The name with the capitals and the “the” before it: “the Drowned Rat”."""
        first = row
        while first > 0 and self._relations[first - 1] in _BEFORE_A_NOUN:
            word = self._rows.text(self._rows.span(first - 1, first - 1))
            if not (word[0].isupper() or word == "the") or first - 1 in self._covered:
                break
            first -= 1
        return self._rows.span(first, row)

    def type_of(self, row: int) -> EntityType:
        """The type of the place at this row: as seen, as known elsewhere, else a building."""
        return self._types.get(row) or self._known.get(self._words[row], "FAC")

    def place(self, row: int) -> Span | None:
        """The words of the place whose noun stands at this row, if it is one."""
        if row in self._taken:
            return None
        word, seen = self._words[row], self._seen.get(row)
        if self._is_of_a_part(row):
            return self._rows.span(row, row)
        if self._is_outdoors(row):
            return self._phrase(row)
        probability = seen.probability if seen else 0.0
        means_places = word in PLACE_NOUNS or word in self._known
        if means_places:
            told_of = word in PLACE_NOUNS and self._is_definite_subject(row)
            sure = probability >= HALF_SEEN or told_of or self._is_located(row, _LOCATIVE)
        else:
            sure = probability >= IN_A_PLACE and self._is_located(row, _CLOSELY)
        if not sure:
            return None
        span = seen.span if seen and probability >= HALF_SEEN else self._phrase(row)
        return None if span is None or self._crosses(span) else span

    def _is_located(self, row: int, prepositions: frozenset[str]) -> bool:
        relation, head = self._relations[row], self._words[self._heads[row]]
        if relation == "pobj" and head == "of":
            return self._words[self._heads[self._heads[row]]] in _PARTED
        if relation == "pobj":
            return head in prepositions
        return relation == "dobj" and head in _GOING

    def _is_of_a_part(self, row: int) -> bool:
        """“The tower door was locked”, “lined up on the hall carpet”: the door tells the tower."""
        part = self._words[row] in _WITH_PARTS and self._words[self._heads[row]] in _FITTINGS
        return part and self._relations[row] in {"compound", "nmod"}

    def _is_outdoors(self, row: int) -> bool:
        """“He stumbled out into the darkness”: out of doors, and no more is said of it."""
        small = self._heads[row]
        out = self._words[max(small - 1, 0) : small] == ["out"] and self._words[small] == "into"
        return out and self._words[row] in _OPEN_AIR and self._relations[row] == "pobj"

    def _is_definite_subject(self, row: int) -> bool:
        """“The marquee was hot”; “a marquee was hired” is none yet."""
        before = self._words[row - 1] if row else ""
        subject = self._relations[row] in {"nsubj", "nsubjpass"}
        return subject and self._relations[row - 1] == "det" and before in {"the", "this"}

    def _phrase(self, row: int) -> Span | None:
        """The noun with its determiner and what stands between; None without a determiner."""
        first, determined = row, False
        while first > 0 and self._relations[first - 1] in _BEFORE_A_NOUN:
            determined = determined or self._relations[first - 1] in _DETERMINING
            first -= 1
            if self._relations[first] == "det":
                break
        return self._rows.span(first, row) if determined else None

    def _crosses(self, span: Span) -> bool:
        """Whether a mention begins inside these words and ends beyond them, or the other way."""
        return any(
            self._ends.get(offset, 0) > span.end or self._begins.get(offset, offset) < span.start
            for offset in range(span.start + 1, span.end)
        )
