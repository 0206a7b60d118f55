"""How far the narration of a scene goes into each person's mind."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, structs

from fabula.lexicon.perception_verbs import LOOKING_VERBS
from fabula.stages.telling.effects import EFFECT_RULES
from fabula.stages.telling.inner_access import INNER_RULES
from fabula.stages.telling.knowing_more import knows_more
from fabula.stages.telling.outer_view import is_guess
from fabula.stages.telling.predicates import Predicate, predicates
from fabula.stages.telling.scene_narration import (
    NarratedPerson,
    Passage,
    SceneNarration,
    scene_narrations,
)
from fabula.stages.telling.signs import CLEAR, WEIGHTS, Sign, sign_of
from fabula.stages.telling.standpoint import STANDPOINT_RULES, is_musing
from fabula.stages.telling.talk import talk_of_scenes
from fabula.stages.telling.vouching import vouched_for
from fabula.story import EntityId, Story
from fabula.text import Span

REPEATED = 0.3
"""What a weaker sign about the same mind in one sentence still adds: “she knew and feared”."""

LEAST_QUESTION = 3
"""A question of fewer words, its mark included, is too bare to say who asks: “White? Green?”."""

ONE_NAME_MORE = 1
"""Added to the names of a scene, so that the only one is not all that is told of."""

NEXT = 1
"""Characters between two sentences of one paragraph."""


class Access(Struct, frozen=True):
    """A passage that gives someone's mind: the narration of one sentence, and its weight.

    `named` is False where it only calls them “he” or “she”.
    """

    span: Span
    weight: float
    named: bool


class Mind(Struct, frozen=True):
    """What the narration of a scene gives of one person's mind.

    `clear` are the passages that only this person could vouch for, `faint` those that hint at it,
    each in text order. `acts` is their share of the verbs that have a person as their subject,
    `comes_first` whether the first of these is theirs, `act` its passage. `portrayed` counts the
    verbs that tell what they are or what is done to them (“was tall”, “was led”), rather than
    what they do. `names` is their share of the names in the narration, `talk` the share of the
    scene's lines that they say or hear, `seeing` what the encoder adds (`telling.seeing`).
    """

    entity_id: EntityId
    clear: tuple[Access, ...] = ()
    faint: tuple[Access, ...] = ()
    acts: float = 0.0
    comes_first: bool = False
    act: tuple[Access, ...] = ()
    portrayed: int = 0
    names: float = 0.0
    talk: float = 0.0
    seeing: float = 0.0

    @property
    def clear_weight(self) -> float:
        """The weight of the clear passages."""
        return sum(access.weight for access in self.clear)

    @property
    def faint_weight(self) -> float:
        """The weight of the faint passages."""
        return sum(access.weight for access in self.faint)

    @property
    def inside(self) -> float:
        """The weight of all passages that tell from within."""
        return self.clear_weight + self.faint_weight


class SceneMinds(Struct, frozen=True):
    """The minds of one scene, most open first, and how many words its narration has.

    `knows_more` counts the passages in which the narrator knows more than anybody there.
    """

    minds: tuple[Mind, ...]
    word_count: int
    knows_more: int


def minds_of_scenes(
    story: Story, seeing: Sequence[Mapping[EntityId, float]] | None = None
) -> list[SceneMinds]:
    """The minds of each scene of a story whose lines are attributed; groups have none.

    `seeing` is, scene by scene, what the encoder says of each person; None without it.
    """
    groups = {each.id for each in story.cast if each.kind == "group"}
    thoughts = _thoughts(story)
    starts = [span.start for _, span in thoughts]
    seen_by_scene = seeing or [{} for _ in story.scenes]
    found = []
    for scene, narration, talk, seen in zip(
        story.scenes, scene_narrations(story), talk_of_scenes(story), seen_by_scene, strict=True
    ):
        low, high = bisect_left(starts, scene.start), bisect_left(starts, scene.end)
        people = tuple(
            structs.replace(
                mind, talk=talk.get(mind.entity_id, 0.0), seeing=seen.get(mind.entity_id, 0.0)
            )
            for mind in minds_in(narration, thoughts[low:high])
            if mind.entity_id not in groups
        )
        told = sum(knows_more(passage) for passage in narration.passages)
        found.append(SceneMinds(people, narration.word_count, told))
    return found


def _thoughts(story: Story) -> list[tuple[EntityId, Span]]:
    """Words given as somebody's thoughts, with the one who thinks them, in text order."""
    thinkers = {
        attribution.quotation_id: attribution.speaker_id for attribution in story.attributions
    }
    return [
        (thinker, quotation.span)
        for quotation in story.quotations
        if quotation.kind == "thought" and (thinker := thinkers.get(quotation.id)) is not None
    ]


def minds_in(narration: SceneNarration, thoughts: Iterable[tuple[EntityId, Span]]) -> list[Mind]:
    """The minds of a scene, most open first.

    `thoughts` are the words given as somebody's thoughts, with who thinks them.
    """
    book = _Book()
    for passage in narration.passages:
        book.read(passage)
    for entity_id, span in thoughts:
        book.add(Sign(entity_id, "thought", WEIGHTS["thought"], span.start, named=True), span)
    return sorted(book.minds(), key=lambda mind: -mind.inside)


class _Book:
    """Keeps the account of each person while the passages of a scene go by."""

    def __init__(self) -> None:
        self._clear: defaultdict[EntityId, list[Access]] = defaultdict(list)
        self._faint: defaultdict[EntityId, list[Access]] = defaultdict(list)
        self._acts: Counter[EntityId] = Counter()
        self._portrayed: Counter[EntityId] = Counter()
        self._names: Counter[EntityId] = Counter()
        self._first_act: dict[EntityId, Access] = {}
        self._people: dict[EntityId, None] = {}
        self._last_subject: NarratedPerson | None = None
        self._looker: NarratedPerson | None = None
        self._end = 0

    def read(self, passage: Passage) -> None:
        """Take in the next passage of the scene."""
        found = predicates(passage)
        span = Span(passage.start, passage.end)
        if passage.is_question:
            self._ask(passage, span)
        elif not found:
            self._show(passage, span)
            self._muse(passage, span)
        seen: set[EntityId] = set()
        signs = vouched_for(passage, found, signs_in(passage, found))
        for sign in sorted(signs, key=lambda sign: -sign.weight):
            self.add(sign, span, REPEATED if sign.entity_id in seen else 1.0)
            seen.add(sign.entity_id)
        for person in passage.people:
            if person.entity_id is not None:
                self._people[person.entity_id] = None
                self._names[person.entity_id] += person.form == "proper"
        for predicate in found:
            subject = predicate.subject
            if subject.entity_id is not None:
                self._last_subject = subject
                self._acts[subject.entity_id] += 1
                self._portrayed[subject.entity_id] += predicate.is_passive
                act = Access(span, 0.0, subject.form != "pronominal")
                self._first_act.setdefault(subject.entity_id, act)
        looks = found and passage.words[found[-1].verb] in LOOKING_VERBS
        guessed = looks and is_guess(passage, found[-1].verb)
        self._looker = found[-1].subject if looks and not guessed else None
        self._end = passage.end

    def add(self, sign: Sign, span: Span, part: float = 1.0) -> None:
        """Enter one sign, or part of its weight, into its person's account."""
        self._people[sign.entity_id] = None
        side = self._clear if sign.weight >= CLEAR else self._faint
        side[sign.entity_id].append(Access(span, sign.weight * part, sign.named))

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

    def _show(self, passage: Passage, span: Span) -> None:
        """Finds: a sentence in which nobody acts, right behind one in which somebody looks.

        Why it holds: it is what they see.
        Misses: what is seen and told in several sentences.
        Example: “Piet looked into the jar. It was full of keys.”
        """
        if self._looker is None or passage.start - self._end > NEXT:
            return
        for sign in sign_of(self._looker, "shown"):
            self.add(structs.replace(sign, start=passage.start), span)

    def _muse(self, passage: Passage, span: Span) -> None:
        """Finds: a guess in a sentence in which nobody acts.

        Why it holds: the narrator knows; whoever acted last is not sure.
        Misses: guesses behind somebody else's act.
        Example: “Ada stepped back. It was all a mistake, perhaps.”
        """
        if self._last_subject is not None and is_musing(passage):
            for sign in sign_of(self._last_subject, "musing"):
                self.add(structs.replace(sign, start=passage.start), span)

    def minds(self) -> Iterator[Mind]:
        """Everyone mentioned so far."""
        acts, names = self._acts.total() or 1, self._names.total() + ONE_NAME_MORE
        first = next(iter(self._acts), None)
        for entity_id in self._people:
            act = self._first_act.get(entity_id)
            yield Mind(
                entity_id=entity_id,
                clear=tuple(self._clear[entity_id]),
                faint=tuple(self._faint[entity_id]),
                acts=self._acts[entity_id] / acts,
                comes_first=entity_id == first,
                act=(act,) if act else (),
                portrayed=self._portrayed[entity_id],
                names=self._names[entity_id] / names,
            )


def signs_in(passage: Passage, found: tuple[Predicate, ...]) -> tuple[Sign, ...]:
    """All signs of minds in a passage, in text order; `found` are its predicates."""
    rules = (*INNER_RULES, *EFFECT_RULES, *STANDPOINT_RULES)
    signs = [sign for rule in rules for sign in rule(passage, found)]
    return tuple(sorted(signs, key=lambda sign: sign.start))
