"""What is done with a thing: the verb, the thing, and who does it."""

from collections.abc import Sequence

from msgspec import Struct

from fabula.lexicon.appearance import HAIR
from fabula.lexicon.transfer import ON_THE_BODY
from fabula.lexicon.verb_forms import IRREGULAR_PAST, all_forms
from fabula.stages.clauses.copulas import is_be
from fabula.stages.clauses.narration import Named, Narration
from fabula.stages.holding.things import Thing

_PARTICLES = frozenset("up down out off on away back over aside round around across".split())
_UP = 6
"""How far above “holding” the one who holds may stand: “stood for an hour holding a hat”."""

_ANYBODY = frozenset(
    "i you he she we they who somebody someone anybody everybody everyone one nobody".split()
)


class Deed(Struct, frozen=True):
    """A verb that deals with a thing: its row, the thing and its row, and who acts.

    `by_somebody`: a person acts, if only one whom the story does not name.
    """

    verb: int
    thing: Thing
    thing_row: int
    agent: Named | None
    by_somebody: bool
    particles: frozenset[str]


def is_somebody(told: Narration, row: int) -> bool:
    """Whether the word is one for a person, known or not."""
    word = told.words[row].split("'")[0]
    return row in told.people or row in told.beings or word in _ANYBODY


def particles_of(told: Narration, verb: int, thing_row: int) -> frozenset[str]:
    """The small words that belong to a verb: “down” of “put it down”, not of “down his throat”."""
    small = told.hanging(verb, "prt", "prep", "advmod")
    return frozenset(
        told.words[each]
        for each in small
        if told.words[each] in _PARTICLES and set(told.hanging(each, "pobj")) <= {thing_row}
    )


def agent_of(told: Narration, row: int) -> Named | None:
    """Who does it: the subject, who stands behind “by”, who stands there “holding a hat”."""
    if told.hanging(row, "nsubjpass", "auxpass"):
        behind = told.behind(row, "by")
        return told.person(behind[0]) if behind else None
    own = with_names(told, told.hanging(row, "nsubj"))
    if len(own) == 1 and told.person(own[0]) is not None:
        return told.person(own[0])  # “he held it by both handles”: the handles do nothing
    if told.relations[row] == "ccomp" and told.words[told.heads[row]] in _LETS:
        return told.agent(told.heads[row])  # “she let her fan fall”
    return _told_apart(told, row) or (told.agent(row) if own else _agent_above(told, row))


def _agent_above(told: Narration, row: int) -> Named | None:
    """Who acts by a verb without a subject: “stood for an hour holding a hat”."""
    going_on = told.words[row].endswith("ing")
    if going_on and told.relations[row] == "acl":
        return told.person(told.heads[row])  # not “patted the paw holding the cup”
    if going_on and row - 1 in told.beings:
        # “followed by Ines wearing a hat”; of two it is not clear that one alone does it
        return told.person(row - 1) if told.relations[row - 1] != "conj" else None
    above = told.heads[told.heads[row]] if _is_aside(told, row) else row
    for _ in range(_UP):
        acts = told.participants(above).agents if told.tags[above] in {"VERB", "AUX"} else ()
        if acts or not going_on:  # not “I” of “I watched him go, holding a hat”
            return told.agent(above)
        above = told.heads[above]
    return None


def _told_apart(told: Narration, row: int) -> Named | None:
    """“It was Ines who took the map and hid it”: Ines."""
    for _ in range(_UP):
        if told.relations[row] != "conj" or told.hanging(row, "nsubj"):
            break
        row = told.heads[row]
    above = told.heads[row]
    who = any(told.words[each] == "who" for each in told.hanging(row, "nsubj"))
    if not who or told.relations[row] != "relcl" or not is_be(told, above):
        return None
    named = [told.person(each) for each in told.hanging(above, "attr")]
    return named[0] if len(named) == 1 else None


def with_names(told: Narration, subjects: list[int]) -> list[int]:
    """Nouns for people, each by its name where that follows: “the keeper, Ysolt Marrin, wore”."""
    return [
        next((name for name in told.hanging(row, "appos", "pobj") if name in told.people), row)
        if row not in told.people
        else row
        for row in subjects
    ]


def _is_aside(told: Narration, row: int) -> bool:
    """“She wound it, I suppose, and held it to her ear”: the second verb is hers."""
    above = told.heads[row]
    subjects = told.hanging(above, "nsubj")
    aside = told.words[above] in _SUPPOSES and told.words[above + 1 : above + 2] == [","]
    return told.relations[row] == "conj" and aside and any(told.words[s] == "i" for s in subjects)


_SUPPOSES = frozenset("suppose think believe imagine guess fancy gather daresay expect".split())


def had_done(told: Narration, verb: int) -> bool:
    """“had taken”, “she'd taken”: the “had” may be part of the subject's own word."""
    if any(told.words[each] == "had" for each in told.hanging(verb, "aux")):
        return True
    word = told.words[verb]
    participle = word in IRREGULAR_PAST or word.endswith(("en", "ed", "own"))
    subjects = told.hanging(verb, "nsubj", "nsubjpass")
    return participle and any(told.words[each].endswith("'d") for each in subjects)


def acts_somebody(told: Narration, row: int) -> bool:
    """Whether a person does it, known or not: not “the paper gave two pages to the fire”."""
    doers = told.participants(row).agents
    return any(is_somebody(told, each) for each in doers)


def objects_of(told: Narration, row: int) -> Sequence[int]:
    """Rows of the nouns and pronouns that it happens to."""
    found = list(told.participants(row).patients)
    if told.words[row] in _HAS:
        found += told.hanging(row, "attr")  # “Tom had a lighter”, read like “it was a lighter”
    for each in tuple(found):
        if told.words[each] in PARTS_OF:
            found += told.behind(each, "of")  # “took one of the keys”
    # “put down the tree”: the particle may be read as a preposition
    for small in told.hanging(row, "prep"):
        parted = told.words[small] in _PARTICLES and small == row + 1
        if parted and told.words[row] not in _STAYING:
            found += told.hanging(small, "pobj")
    if not found and (told.words[row] in _BREAKING or _falls_away(told, row)):
        # “the jug broke”, “the keys fell into the river”; “it broke” may be the weather
        found += [each for each in told.hanging(row, "nsubj") if told.tags[each] != "PRON"]
    if told.words[row] in _TAKES and told.words[row + 1 : row + 3] == ["hold", "of"]:
        found += told.hanging(row + 2, "pobj")
    return [each for each in dict.fromkeys(found) if told.words[each] not in HAIR | ON_THE_BODY]


PARTS_OF = frozenset(
    """
    one two some both all half each several pair piece sheet scrap bit set bunch handful couple
    stack pile bundle ball bag packet box basket tray plate
    """.split()
)


def _falls_away(told: Narration, row: int) -> bool:
    """“let the keys fall”, “the cup fell to the floor”; not “the curtain fell”."""
    let = told.relations[row] == "ccomp" and told.words[told.heads[row]] in _LETS
    somewhere = told.behind(row, "to", "into", "onto", "on", "from", "in", "over")
    return told.words[row] in _FALLING and (let or bool(somewhere))


_STAYING = all_forms("fall drop lean rest stand hang perch press push land".split())
"""Who leans on a stick puts it nowhere."""

_LETS = all_forms(["let"])
_FALLING = all_forms("fall drop clatter".split())
_HAS = all_forms(["have"])
_TAKES = all_forms("take get catch grab".split())
_BREAKING = all_forms("break smash shatter".split())
