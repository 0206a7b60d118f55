"""The cast: who is in the story."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce

from msgspec import structs

from fabula.corrections.lines import pinned_mentions
from fabula.corrections.records import NONE, CastCorrections
from fabula.encoder.scores import Scores
from fabula.labels import Pronouns
from fabula.lexicon.pronouns import Agreement
from fabula.stages.chaining.pair_scores import PairReader, PairScores
from fabula.stages.linking.addressed import ADDRESS, find_addressed
from fabula.stages.linking.antecedent_scores import antecedent_scores
from fabula.stages.linking.epithets import find_epithets
from fabula.stages.linking.group_members import find_members
from fabula.stages.linking.linker import Decision, decide, entity_of
from fabula.stages.linking.met_again import join_met_again
from fabula.stages.linking.revealed import reveal
from fabula.stages.linking.syntax import syntax_of
from fabula.stages.linking.unnamed import find_unnamed
from fabula.stages.naming.casting import Found
from fabula.stages.naming.corrected_cast import CorrectedCast
from fabula.stages.naming.corrected_names import CorrectedNames
from fabula.stages.naming.name_evidence import NameEvidence, gather
from fabula.stages.naming.name_merging import merge_names
from fabula.stages.naming.named_people import NamedPerson
from fabula.stages.naming.narrators import find_narrators, find_tellings
from fabula.stages.naming.person_names import parse_name
from fabula.story import Alias, Entity, EntityId, Story

_STORED: dict[Agreement, Pronouns] = {"he": "he", "she": "she", "they": "they", "neo": "they"}


class FindCast:
    """Finds who is in the story: people by name, the narrator, and people known by a role.

    “Captain Brook”, “Ada Brook” and “Ada” become one entity with the reason of each alias. Places,
    ships and bodies are not cast. Entities are in order of first appearance.
    """

    requires = ("paratext", "chapters", "scenes", "quotations", "mentions")
    provides = "cast"

    def __init__(
        self,
        corrections: CastCorrections = NONE.cast,
        scores: Scores | None = None,
        score_pairs: PairScores | None = None,
    ) -> None:
        """A stage that takes the reader's word on the cast, and reads these scores.

        `score_pairs` may be a reading of pairs that is shared with another stage.
        """
        self._corrections = corrections
        self._scores = scores
        self._score_pairs = score_pairs or PairReader()

    def __call__(self, story: Story) -> Sequence[Entity]:
        """The cast, with ids from e1 on."""
        evidence = gather(story)
        corrected = CorrectedCast(story, self._corrections)
        people = merge_names(evidence, CorrectedNames(self._corrections))
        named = [Found(person.first, _entity(person)) for person in people]
        named += _families(evidence)
        named = _numbered(corrected.named(find_narrators(story, named)))
        named, decisions = self._addressed(story, named, corrected)
        revealed = reveal(story, decisions)
        decisions = revealed.decisions
        epithets = corrected.allowed(_both(find_epithets(decisions), revealed.aliases), named)
        named = [_with_aliases(found, epithets.get(found.entity.id, ())) for found in named]
        pronouns = {**_read_as(decisions), **revealed.pronouns}
        named = [_with_pronoun(found, pronouns.get(found.entity.id)) for found in named]
        names = {found.entity.id: found.entity.name for found in named}
        taken = {alias.name.lower() for aliases in epithets.values() for alias in aliases}
        unnamed = find_unnamed(decisions, names, taken)
        everyone = _numbered(corrected.everyone(_joined(named, unnamed, corrected)))
        if unnamed or self._corrections.split:
            everyone = _numbered(self._met_again(story, everyone))
        cast = [found.entity for found in everyone]
        members = find_members(story, cast)
        return [structs.replace(each, members=tuple(members.get(each.id, ()))) for each in cast]

    def _addressed(
        self, story: Story, named: list[Found], corrected: CorrectedCast
    ) -> tuple[list[Found], list[Decision]]:
        """The cast with the names that people are only called by, and whom the mentions mean."""
        decisions = self._decisions(story, named)
        people = {found.entity.id: found.entity for found in named}
        joined = {
            called: meant
            for called, meant in find_addressed(decisions, list(people.values())).items()
            if corrected.may_bear(people[meant], people[called].name)
        }
        if not joined:
            return named, decisions
        united = _numbered(_united(named, joined))
        return united, self._decisions(story, united)

    def _decisions(
        self, story: Story, everyone: Sequence[Found], *, guess: bool = True
    ) -> list[Decision]:
        cast = [found.entity for found in everyone]
        pinned = pinned_mentions(story, cast, self._corrections.split)
        scores = self._scores
        decisions = decide(
            story,
            cast,
            pinned,
            None if scores is None else antecedent_scores(story, scores, self._score_pairs),
            find_tellings(story, cast),
            syntax=None if scores is None else syntax_of(story, scores),
            guess=guess,
        )
        return join_met_again(story, decisions)

    def _met_again(self, story: Story, everyone: Sequence[Found]) -> list[Found]:
        """Without those known by a description that points at somebody else once they are cast."""
        decisions = reveal(story, self._decisions(story, everyone, guess=False)).decisions
        met = {entity_of(decision.meant) for decision in decisions}
        return [found for found in everyone if found.entity.named or found.entity.id in met]


def _united(named: Sequence[Found], joined: Mapping[EntityId, EntityId]) -> Iterator[Found]:
    """Everyone once: whoever is joined to another gives that one their name."""
    called: defaultdict[EntityId, list[Found]] = defaultdict(list)
    for found in named:
        if found.entity.id in joined:
            called[joined[found.entity.id]].append(found)
    for found in named:
        if found.entity.id not in joined:
            yield reduce(_called_too, called[found.entity.id], found)


def _called_too(found: Found, called: Found) -> Found:
    """Somebody with one more name; the narrator without a name gets their first."""
    first = min(found.first, called.first)
    entity, name = found.entity, called.entity.name
    pronouns = entity.pronouns or called.entity.pronouns
    if not entity.named:
        return Found(first, structs.replace(entity, name=name, named=True, pronouns=pronouns))
    aliases = (*entity.aliases, Alias(name=name, reason=ADDRESS))
    return Found(first, structs.replace(entity, aliases=aliases, pronouns=pronouns))


def _both(
    epithets: Mapping[EntityId, tuple[Alias, ...]], revealed: Mapping[EntityId, tuple[Alias, ...]]
) -> Mapping[EntityId, tuple[Alias, ...]]:
    """The aliases of both, each name once."""
    return {
        key: tuple(
            {each.name: each for each in (*revealed.get(key, ()), *epithets.get(key, ()))}.values()
        )
        for key in (*epithets, *revealed)
    }


def _read_as(decisions: Iterable[Decision]) -> Mapping[EntityId, Agreement]:
    """The pronoun that was read as each member of the cast again and again.

    The cast calls xe and ze “they”, which a “xir” of the next sentence would not agree with.
    """
    return {
        key: decision.meant.person.pronoun
        for decision in decisions
        if decision.meant is not None
        and decision.meant.person.pronoun not in {None, "neo"}
        and (key := entity_of(decision.meant)) is not None
    }


def _with_aliases(found: Found, aliases: Sequence[Alias]) -> Found:
    entity = structs.replace(found.entity, aliases=(*found.entity.aliases, *aliases))
    return Found(found.first, entity)


def _with_pronoun(found: Found, likely: Agreement | None) -> Found:
    """Somebody with the pronoun of the description that was theirs, if none is known."""
    if found.entity.pronouns is not None or likely is None:
        return found
    return Found(found.first, structs.replace(found.entity, pronouns=_STORED.get(likely)))


def _joined(
    named: Sequence[Found], unnamed: Sequence[Found], corrected: CorrectedCast
) -> list[Found]:
    """All together; “the Mole” joins Mr. Mole, if there is only one of that name.

    Finds:
        A capitalised description whose noun is the last name of exactly one person.
    Why it holds:
        Who has a capital in the description and before the name is called by the same word.
    Misses:
        Two brothers Mole.

    Example:
        “Mr. Mole” and “the Mole” are one.
    """
    bearers: defaultdict[str, list[int]] = defaultdict(list)
    for index, found in enumerate(named):
        for word in {parse_name(name).last_word for name in found.entity.names}:
            bearers[word].append(index)
    everyone = list(named)
    for found in unnamed:
        noun = found.entity.name.removeprefix("the ")
        owners = bearers.get(noun.lower(), [])
        may_join = noun.istitle() and len(owners) == 1 and found.entity.kind == "person"
        if not may_join or not corrected.may_bear(everyone[owners[0]].entity, found.entity.name):
            everyone.append(found)
            continue
        alias = Alias(name=found.entity.name, reason="description")
        everyone[owners[0]] = _with_aliases(everyone[owners[0]], (alias,))
    return everyone


def _numbered(everyone: Iterable[Found]) -> list[Found]:
    """Ids in the order of first appearance."""
    ordered = sorted(everyone, key=lambda found: found.first)
    return [
        Found(found.first, structs.replace(found.entity, id=EntityId(f"e{number}")))
        for number, found in enumerate(ordered, start=1)
    ]


def _entity(person: NamedPerson) -> Entity:
    name = _display_name(person)
    aliases = {
        use.name.text: Alias(name=use.name.text, reason=reason)
        for use, reason in zip(person.uses, person.reasons, strict=True)
    }
    aliases.pop(name, None)
    return Entity(
        id=EntityId("e0"),
        name=name,
        aliases=tuple(aliases.values()),
        pronouns=_pronouns(person),
    )


def _display_name(person: NamedPerson) -> str:
    """The fullest name in its commonest form; a title stays where it stands for a name.

    Elinor who is also Miss Brook is shown as Elinor: the title stands before another name.
    """
    counts: Counter[str] = Counter()
    fullest = max(_fullness(use.name.is_full, bool(use.name.titles)) for use in person.uses)
    name = person.uses[0].name
    if fullest == 1 and not name.titles and person.count_with(name.words) == person.uses[0].count:
        return name.text
    for use in person.uses:
        if _fullness(use.name.is_full, bool(use.name.titles)) == fullest:
            counts[use.name.text] += use.count
    return counts.most_common(1)[0][0]


def _fullness(full: bool, titled: bool) -> int:
    """Given and family name say most; then a title with a name; then one word."""
    if full:
        return 2
    return 1 if titled else 0


def _pronouns(person: NamedPerson) -> Pronouns | None:
    """The pronoun by title or by the text; a usual given name where both are silent."""
    likely = person.likely_pronoun
    return _STORED.get(likely) if likely is not None else None


def _families(evidence: NameEvidence) -> Iterator[Found]:
    """“the Brooks”: a group."""
    for use in evidence.uses:
        if use.name.family_only:
            entity = Entity(
                id=EntityId("e0"), name=f"the {use.name.text}", kind="group", pronouns="they"
            )
            yield Found(use.first, entity)
