"""What people see, hear and find in the narration: whom, which thing, and what happening."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from fabula.labels import KnowingHow
from fabula.lexicon.body_words import BODY_NOUNS
from fabula.lexicon.roles import person_noun
from fabula.lexicon.trades import SPECIES
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration
from fabula.stages.knowing.acquaintance import Acquaintance
from fabula.stages.knowing.learnt import Learnt, happenings
from fabula.story import ChainId, EntityId, EventId, Mention

_LEMMAS: Mapping[KnowingHow, str] = {
    "saw": "see notice spot glimpse recognise recognize watch spy",
    "heard": "hear overhear",
    "found": "find discover",
    "read": "read reread skim peruse",
    "guessed": "realise realize guess deduce grasp",
}
_HOW: Mapping[str, KnowingHow] = MappingProxyType(
    {form: how for how, lemmas in _LEMMAS.items() for form in all_forms(lemmas.split())}
)
_LOOK = all_forms("look stare glance peer gaze squint".split())
_DRAW = all_forms(["draw", "catch"])
_SENSES = frozenset("attention eye eyes gaze".split())
_CLAUSES = ("ccomp", "xcomp", "acl", "dobj")
_SIGNS = frozenset("voice laugh laughter footsteps step steps shadow".split())
_FIGURES = frozenset("figure shape silhouette stranger someone somebody".split())
_SINGLED_OUT = frozenset("a an another some someone somebody the this that".split())


class Perceptions:
    """Reads who perceives what, clause by clause.

    Finds:
        Objects of verbs of seeing, hearing and finding, and what they are seen to do; “caught
        sight of”, “his attention was drawn to”. Of people only those whom they had not met, of
        things only those whose custody is followed.
    Why it holds:
        The narrator says that they perceive it.
    Misses:
        What they must have seen, being there.

    Example:
        “Only Ines saw the stranger take the key.” Ines knows of the stranger and of the taking.
    """

    def __init__(self, told: Narration, met: Acquaintance) -> None:
        self._told, self._met = told, met
        self._followed = {custody.item_id for custody in told.story.items}
        self._events = happenings(told)
        heads = told.rows.rows_of([mention.head for mention in told.story.mentions]).tolist()
        self._mentions: Mapping[int, Mention] = dict(
            zip(reversed(heads), reversed(told.story.mentions), strict=True)
        )

    def learnt(self) -> Iterator[Learnt]:
        """What is perceived in the whole narration, in text order."""
        for row, word in enumerate(self._told.words):
            if word in _HOW and (is_fact(self._told, row) or _could(self._told, row)):
                yield from self._by_verb(row, _HOW[word])
            elif word in _LOOK and is_fact(self._told, row):
                yield from self._by_looking(row)
            elif word in _DRAW and is_fact(self._told, row):
                yield from self._by_phrase(row)

    def _by_verb(self, row: int, how: KnowingHow) -> Iterator[Learnt]:
        who, seen = self._perceiver(row)
        if who is None or self._told.tags[row] != "VERB":
            return
        for each in seen:
            yield from self._of(who, each, how, row)
        for clause in self._told.hanging(row, *_CLAUSES):
            yield from self._happening(who, clause, how, row)
            for subject in self._told.hanging(clause, "nsubj"):
                yield from self._of(who, subject, how, row)

    def _by_looking(self, row: int) -> Iterator[Learnt]:
        """“Ines looked at the key”: things alone, since whom she looks at she has mostly met."""
        who = self._told.agent(row)
        for each in self._told.behind(row, "at"):
            thing = self._thing(each)
            if who is not None and thing is not None:
                span = self._told.span([who.row, row, each])
                yield Learnt(who.entity_id, thing, "saw", span, who.sure)

    def _perceiver(self, row: int) -> tuple[Named | None, tuple[int, ...]]:
        """Who perceives, and the nouns for whom or what.

        In “the demon Tom had seen was gone” the demon is often read as a second subject.
        """
        told = self._told
        subjects = told.hanging(row, "nsubj")
        if told.relations[row] == "relcl" and len(subjects) == 2:
            return told.person(subjects[1]), (subjects[0],)
        return told.agent(row), told.participants(row).patients

    def _by_phrase(self, row: int) -> Iterator[Learnt]:
        """“Ines caught sight of Tom”, “his attention was drawn to a figure”."""
        told = self._told
        for noun in told.hanging(row, "dobj", "nsubjpass", "nsubj"):
            if told.words[noun] == "sight":
                who, seen = told.agent(row), told.behind(noun, "of")
            elif told.words[noun] in _SENSES:
                who, seen = told.owner(noun), told.behind(row, "to", "by")
            else:
                continue
            if who is not None:
                for each in seen:
                    yield from self._of(who, each, "saw", row)

    def _of(self, who: Named, row: int, how: KnowingHow, verb: int) -> Iterator[Learnt]:
        known = (
            self._person(who, row, verb) or self._thing(row, how) or self._figure(who, row, verb)
        )
        if known is not None:
            seen = self._someone(row)
            sure = who.sure * (seen.sure if seen is not None and seen.entity_id == known else 1.0)
            yield Learnt(who.entity_id, known, how, self._told.span([who.row, verb, row]), sure)

    def _person(self, who: Named, row: int, verb: int) -> EntityId | ChainId | None:
        """Somebody whom they had not met: of the cast, or a stranger outside it."""
        person = self._someone(row)
        start = int(self._told.rows.starts[verb])
        if person is not None:
            met = self._met.have_met(who.entity_id, person.entity_id, start)
            return None if met or person.entity_id == who.entity_id else person.entity_id
        mention = self._mentions.get(row)
        if mention is None or mention.type != "PER" or mention.form == "pronominal":
            return None
        chain = self._told.chains[mention.id]
        first = self._told.story.document[mention].split(maxsplit=1)[0].lower()
        return chain.id if chain.entity_id is None and first in _SINGLED_OUT else None

    def _figure(self, who: Named, row: int, verb: int) -> EventId | None:
        """The seeing itself, where it is of somebody whom no chain stands for: “another figure”.

        Of “the demon Tom had seen” the chain may be Tom's own, which the demon cannot be.
        """
        word = self._told.words[row]
        if person_noun(word) is None and word not in SPECIES | _FIGURES:
            return None
        small = {self._told.words[each] for each in self._told.hanging(row, "det")}
        chained = self._someone(row)
        own = chained is not None and chained.entity_id == who.entity_id
        if not small & _SINGLED_OUT or not (own or (chained is None and row not in self._mentions)):
            return None
        return self._events.get(verb)

    def _someone(self, row: int) -> Named | None:
        """The person at a row, or whose face or voice it is."""
        return self._told.person(row) or (
            self._told.owner(row) if self._told.words[row] in BODY_NOUNS | _SIGNS else None
        )

    def _thing(self, row: int, how: KnowingHow = "saw") -> ChainId | None:
        """A thing whose custody is followed; of what is read, any."""
        mention = self._told.things.get(row)
        if mention is None:
            return None
        chain = self._told.chains[mention.id].id
        return chain if chain in self._followed or how == "read" else None

    def _happening(self, who: Named, row: int, how: KnowingHow, verb: int) -> Iterator[Learnt]:
        """What somebody else is seen to do, or to have happen to them."""
        event: EventId | None = self._events.get(row)
        found = self._told.participants(row)
        others = [self._someone(each) for each in (*found.agents, *found.patients)]
        named = [each for each in others if each is not None and each.entity_id != who.entity_id]
        if event is not None and named and self._told.tags[row] == "VERB":
            span = self._told.span([who.row, verb, row, *(each.row for each in named)])
            yield Learnt(who.entity_id, event, how, span, who.sure * min(x.sure for x in named))


def _could(told: Narration, row: int) -> bool:
    """“She could hear him breathing”: one who could hear it did."""
    helpers = {told.words[each] for each in told.hanging(row, "aux")}
    doubts = told.hanging(row, "neg", "mark")
    plain = told.told[row] and not told.asked[row] and not doubts
    return plain and helpers == {"could"} and told.relations[row] in {"ROOT", "conj"}
