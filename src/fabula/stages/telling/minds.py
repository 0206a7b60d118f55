"""How far the narration of a scene goes into each person's mind."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from msgspec import Struct, structs

from fabula.stages.telling.inner_access import INNER_RULES
from fabula.stages.telling.outer_view import OUTER_RULES
from fabula.stages.telling.predicates import Predicate, predicates
from fabula.stages.telling.scene_narration import NarratedPerson, Passage, SceneNarration
from fabula.stages.telling.signs import CLEAR, WEIGHTS, Sign, sign_of
from fabula.story import EntityId
from fabula.text import Span

COMES_FIRST = 0.3
"""The first person to act in a scene is a little likelier to be the one we follow."""

IS_A_PRONOUN = 0.5
"""Times the share of pronouns among someone's mentions: the focalizer is mostly “he” or “she”."""

ACTS_MOST = 0.5
"""Times the person's share of the verbs in a scene."""

REPEATED = 0.3
"""What a second sign about the same mind in one sentence still adds: “she knew and feared”."""

LEAST_QUESTION = 3
"""A question of fewer words, its mark included, is too bare to say who asks: “White? Green?”."""

_CLAUSE_MARKS = frozenset({",", ";", ":", "—", "–", "--", ".", "!", "?"})


class Access(Struct, frozen=True):
    """A passage that gives someone's mind: the narration of one sentence, and its weight.

    `named` is False where it only calls them “he” or “she”.
    """

    span: Span
    weight: float
    named: bool


class Mind(Struct, frozen=True):
    """What the narration of a scene gives of one person's mind.

    `inside` adds up the signs from within, `outside` those that show the person to others'
    eyes, `prior` what their place in the scene suggests, `followed` how much of the rest of the
    story is seen through them. `clear` are the passages that only this person could vouch for,
    in text order.
    """

    entity_id: EntityId
    inside: float
    outside: float
    prior: float
    clear: tuple[Access, ...]
    followed: float = 0.0

    @property
    def score(self) -> float:
        """How strongly the scene is told through this mind; 0 for one that stays closed."""
        if not self.inside:
            return 0.0
        return max(0.0, self.inside + self.outside + self.prior + self.followed)

    @property
    def clear_weight(self) -> float:
        """The weight of the clear passages alone, less what is seen from outside."""
        return max(0.0, sum(access.weight for access in self.clear) + self.outside)


def minds_in(narration: SceneNarration, thoughts: Iterable[tuple[EntityId, Span]]) -> list[Mind]:
    """The minds of a scene, most open first.

    `thoughts` are the words given as somebody's thoughts, with who thinks them.
    """
    book = _Book()
    for passage in narration.passages:
        book.read(passage)
    for entity_id, span in thoughts:
        book.add(Sign(entity_id, "thought", WEIGHTS["thought"], span.start, named=True), span)
    return sorted(book.minds(), key=lambda mind: -mind.score)


class _Book:
    """Keeps the account of each person while the passages of a scene go by."""

    def __init__(self) -> None:
        self._inside: dict[EntityId, float] = {}
        self._outside: dict[EntityId, float] = {}
        self._clear: dict[EntityId, list[Access]] = {}
        self._mentions: dict[EntityId, list[int]] = {}
        self._acts: dict[EntityId, int] = {}
        self._last_subject: NarratedPerson | None = None

    def read(self, passage: Passage) -> None:
        """Take in the next passage of the scene."""
        found = predicates(passage)
        span = Span(passage.start, passage.end)
        if passage.is_question:
            self._ask(passage, span)
        seen: set[EntityId] = set()
        for sign in without_beliefs(passage, signs_in(passage, found)):
            self.add(sign, span, REPEATED if sign.entity_id in seen else 1.0)
            if sign.weight > 0:
                seen.add(sign.entity_id)
        for person in passage.people:
            if person.entity_id is not None:
                count = self._mentions.setdefault(person.entity_id, [0, 0])
                count[0] += person.form == "pronominal"
                count[1] += 1
        for predicate in found:
            if predicate.subject.entity_id is not None:
                self._last_subject = predicate.subject
                entity_id = predicate.subject.entity_id
                self._acts[entity_id] = self._acts.get(entity_id, 0) + 1

    def add(self, sign: Sign, span: Span, part: float = 1.0) -> None:
        """Enter one sign, or part of its weight, into its person's account."""
        side = self._inside if sign.weight > 0 else self._outside
        side[sign.entity_id] = side.get(sign.entity_id, 0.0) + sign.weight * part
        if sign.weight >= CLEAR:
            self._clear.setdefault(sign.entity_id, []).append(
                Access(span, sign.weight * part, sign.named)
            )

    def _ask(self, passage: Passage, span: Span) -> None:
        """Finds: a question of the narrator's, after an act of someone it is not about.

        Why it holds: nobody is asked, so someone in the scene wonders; hardly ever about
        themselves by name or “he”.
        Misses: questions about oneself (“What had she done?”), and short ones (“Why?”).
        Example: “Piet watched him. Where had he found mud?”
        """
        about = {person.entity_id for person in passage.people}
        asker = self._last_subject
        if asker is None or asker.entity_id in about or len(passage.words) < LEAST_QUESTION:
            return
        for sign in sign_of(asker, "asks"):
            self.add(structs.replace(sign, start=passage.start), span)

    def minds(self) -> Iterator[Mind]:
        """Everyone mentioned so far."""
        acts = sum(self._acts.values()) or 1
        first = next(iter(self._acts), None)
        for entity_id in {**self._mentions, **self._inside}:
            pronouns, mentions = self._mentions.get(entity_id, (0, 1))
            prior = (
                IS_A_PRONOUN * pronouns / mentions
                + ACTS_MOST * self._acts.get(entity_id, 0) / acts
                + (COMES_FIRST if entity_id == first else 0.0)
            )
            yield Mind(
                entity_id=entity_id,
                inside=self._inside.get(entity_id, 0.0),
                outside=self._outside.get(entity_id, 0.0),
                prior=prior,
                clear=tuple(self._clear.get(entity_id, ())),
            )


def signs_in(passage: Passage, found: tuple[Predicate, ...]) -> tuple[Sign, ...]:
    """All signs of minds in a passage, in text order; `found` are its predicates."""
    rules = (*INNER_RULES, *OUTER_RULES)
    signs = [sign for rule in rules for sign in rule(passage, found)]
    return tuple(sorted(signs, key=lambda sign: sign.start))


def without_beliefs(passage: Passage, signs: tuple[Sign, ...]) -> Iterator[Sign]:
    """The signs, less those about another that are only somebody's belief.

    In “Ines knew he wanted the jar” the wanting is what Ines believes; in “Ines knew, and Bram
    hoped” a clause mark parts the two.
    """
    believer: Sign | None = None
    for sign in signs:
        believed = (
            sign.weight > 0
            and believer is not None
            and sign.entity_id != believer.entity_id
            and not _parted(passage, believer.start, sign.start)
        )
        if believed:
            continue
        if sign.weight >= CLEAR:
            believer = sign
        yield sign


def _parted(passage: Passage, start: int, end: int) -> bool:
    """Whether a clause ends between two people, or the second is joined by “and”."""
    low, high = bisect_right(passage.starts, start), bisect_left(passage.starts, end)
    between = passage.words[low:high]
    return between[-1:] == ("and",) or any(word in _CLAUSE_MARKS for word in between)
