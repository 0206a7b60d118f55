"""Who a relative is of whom the words do not say it, as in “His aunt shut the gate”."""

from collections.abc import Iterator

from fabula.lexicon.kinship import KIN
from fabula.stages.relating.answering import named_after, named_alone, named_next
from fabula.stages.relating.arcs import Arcs
from fabula.stages.relating.being_there import only_one_there
from fabula.stages.relating.claims import Claim, Sign
from fabula.stages.relating.kinds import FAMILY
from fabula.stages.relating.namesakes import namesake
from fabula.stages.relating.owners import OF_UNKNOWN_SEX
from fabula.stages.relating.people import People
from fabula.stages.relating.pointed import Guess, Pointed
from fabula.stages.relating.settled import Settled
from fabula.stages.relating.unresolved import Unresolved, unresolved_nouns
from fabula.story import EntityId

BY_TURN = 0.65
"""“‘It is,’ said his sister”, and the order of the conversation has Ines say it."""

BY_CUE = 0.35
"""The same where the speaker was found by the words “his sister” themselves."""

SPOKEN_TO = 0.5
"""“‘It is yours,’ I told my cousin”, and the line has one listener."""

NAMED_NEXT = 0.75
"""“She shouted for her husband. Tom came in.”"""

NAMED_ALONE = 0.7
"""“‘I know his daughter,’ he said. ‘Ada.’”, unless she is only called."""

NAMED_AFTER = 0.4
"""“Her brother sang. … Tom rowed.”: he is the first who is named behind the words."""

ALONE = 0.5
"""One woman is in the scene who is no kin of his yet."""

NAMESAKE = 0.65
"""The only other Dray of the story."""

_FORMER = frozenset({"former_lover", "former_spouse", "lover", "engaged"})


def likely_relatives(people: People, arcs: Arcs, settled: Settled) -> Iterator[Claim]:
    """Who the relatives may be whom the words leave open, one claim for each sign of it.

    Finds:
        Whom the chain of the words or a rule points at, who speaks or is spoken to in the line
        they are the cue of, who is named behind them, who alone is there, and who alone has the
        owner's surname.
    Why it holds:
        No sign says it, but several that agree are seldom all wrong.
    Misses:
        Scenes in which two could be meant, relatives who are remembered.

    Example:
        “Ines and Tom rowed. Her brother sang. Tom had a fine voice.”: Tom, since he is the only
        man in the boat and is named next.
    """
    nouns = list(unresolved_nouns(people, arcs, settled))
    pointed = Pointed(people, nouns)
    for noun in nouns:
        gender = KIN.get(noun.noun, "any")
        for sign, who, trust in (*pointed.at(noun), *_about(people, arcs, noun, settled, pointed)):
            if who != noun.owner and people.may_be(who, gender):
                known = gender == "any" or people.pronouns[who] is not None
                sure = round((trust if known else OF_UNKNOWN_SEX * trust) * noun.confidence, 3)
                yield Claim(who, noun.kind, noun.owner, noun.evidence, sure, sign)


def _about(
    people: People, arcs: Arcs, noun: Unresolved, settled: Settled, pointed: Pointed
) -> Iterator[Guess]:
    """Those who are about and could be the relative, by each sign.

    Whoever is there is hardly meant by words that point at somebody else.
    """
    gender = KIN.get(noun.noun, "any")
    if noun.kind not in FAMILY | _FORMER or settled.has(people, noun.owner, noun.kind, gender):
        return
    elsewhere = pointed.people_of(noun) - {noun.owner}
    for sign, who, trust in (
        *_speaking(people, arcs, noun),
        _named(people, arcs, noun),
        ("alone", only_one_there(people, arcs, noun, settled), ALONE),
        ("namesake", namesake(people, noun.owner, noun.kind, noun.noun), NAMESAKE),
    ):
        if who is not None and elsewhere <= {who}:
            yield sign, who, trust


def _named(people: People, arcs: Arcs, noun: Unresolved) -> tuple[Sign, EntityId | None, float]:
    """Who is named behind the words."""
    alone = named_alone(people, noun.row)
    if alone is not None and alone != noun.owner:
        return "next", alone, NAMED_ALONE
    following = named_next(people, arcs, noun.row, noun.kind)
    if following is not None:
        return "next", following, NAMED_NEXT
    return "next", named_after(people, arcs, noun.row, noun.owner), NAMED_AFTER


def _speaking(
    people: People, arcs: Arcs, noun: Unresolved
) -> Iterator[tuple[Sign, EntityId | None, float]]:
    """Who says the line whose cue the words are, or is told it by them."""
    for mention in people.mentions_at(noun.row):
        said = people.cue_of(mention)
        if said is not None:
            yield "cue", said.entity_id, BY_TURN if people.is_by_turn(mention) else BY_CUE
    if arcs.relation(noun.row) in {"dobj", "dative"}:
        cued = people.cued_at(arcs.head(noun.row))
        listeners = () if cued is None else cued.addressee_ids
        yield "cue", listeners[0] if len(listeners) == 1 else None, SPOKEN_TO
