"""Who is described by an adjective, a noun or a number: “a freckled boy”, “Roque was lean”."""

from fabula.lexicon.appearance import AGE_HEADS, PLAIN_PEOPLE
from fabula.lexicon.trades import RANKS, TRADES
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.clauses.copulas import is_be
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration

MOST_STEPS = 6
"""How many words up the described person is looked for: “fair”, “boy”, “was”, “he”."""

_BECOMES = all_forms("go turn grow become remain get".split()) | {"gotten"}
"""“he had gone grey”, “she was growing stout”."""

_SAID = frozenset("attr acomp oprd nummod appos conj npadvmod advmod dobj".split())
CALLED = frozenset("called named".split())
"""Words before a name: “a man called Bell”."""

_TURNS_ROUND = frozenset("so nor neither there here".split())
"""“and so was the Duchess”: what comes before is not its subject."""

_ONCE = frozenset("when until before till".split())
_TIMES = frozenset("year summer winter spring autumn day time".split())
_PERFECT = frozenset("have has had 've 's 'd".split())
_NEAR_NAME = 4
"""“a man called Mr. Bell”: so many words behind “called” the name is over."""


def described(told: Narration, row: int) -> Named | None:
    """Who it is that the word at this row describes, as a fact; None where that is not plain.

    Finds:
        The subject of “was” and its like, over any number of adjectives, nouns and numbers joined
        to each other; the person whom a described noun names, or who is “called” after it.
    Why it holds:
        What is joined to a description of somebody describes them too.
    Misses:
        Nouns that no name or pronoun beside them ties to anybody.

    Example:
        “He was a long, freckled boy of nineteen”: at “freckled”, at “boy” and at “nineteen”, he.
    """
    verb = be_before(told, row)
    if verb is not None:
        return subject_of(told, verb)
    for _ in range(MOST_STEPS):
        own = told.hanging(row, "nsubj", "nsubjpass")
        if own and not is_be(told, row):
            return _of_predicate(told, row)
        relation, head = told.relations[row], told.heads[row]
        if relation in _SAID and _links(told, head, relation):
            apart = relation == "conj" and told.tags[row] == "NOUN"
            return None if apart else subject_of(told, head)  # “… and a small boy round his neck”
        if relation == "appos" and told.tags[head] == "VERB" and told.words[row] in PLAIN_PEOPLE:
            # “he sat there, a thin man”; “he looked at them, the thin man and the boy”
            the = any(told.words[each] == "the" for each in told.hanging(row, "det"))
            return told.agent(head) if is_fact(told, head) and not the else None
        if relation == "amod" and told.tags[head] in {"NUM", "ADJ"}:
            row = head  # “he was nineteen, sandy-haired”
            continue
        noun = _noun_above(told, row)
        who = _of_noun(told, noun) if noun is not None else None
        if who is not None or (noun is None and relation not in {"conj", "appos"}):
            return who
        row = head if noun is None else noun
    return None


def _noun_above(told: Narration, row: int) -> int | None:
    """The noun for a person that the word describes: “boy” of “a tall boy”, “a boy of ten”."""
    relation, head = told.relations[row], told.heads[row]
    if relation == "pobj" and told.words[head] == "of":
        noun = told.heads[head]
        return noun if told.words[noun] in AGE_HEADS else None
    if relation == "appos":
        return head if told.person(head) is not None else None
    described_there = relation in {"amod", "nummod", "acl"} and _is_person_noun(told, head)
    return head if described_there else None


def of_noun(told: Narration, noun: int) -> Named | None:
    """Who a noun for a person stands for: “man” of “he was a thin man”, “a man called Bell”."""
    verb = told.heads[noun]
    if told.relations[noun] == "attr" and is_be(told, verb) and is_of_then(told, verb):
        return None  # “since she was a cadet with plaits”
    return _of_noun(told, noun) or described(told, noun)


def _of_noun(told: Narration, noun: int) -> Named | None:
    after = told.words[noun + 1 : noun + 2]
    if _is_said_of_subject(told, noun):
        return subject_of(told, told.heads[noun])
    if after and after[0] in CALLED:
        near = range(noun + 2, min(noun + 2 + _NEAR_NAME, len(told.words)))
        return next((who for each in near if (who := told.person(each)) is not None), None)
    return told.person(noun)


def _is_said_of_subject(told: Narration, noun: int) -> bool:
    """“a Cornishman” of “he was a tall Cornishman”: he is meant, whoever is linked to the noun."""
    small = {told.words[each] for each in told.hanging(noun, "det")}
    is_attribute = told.relations[noun] == "attr" and is_be(told, told.heads[noun])
    return is_attribute and bool(small & {"a", "an"}) and noun in told.people


def _is_person_noun(told: Narration, row: int) -> bool:
    word = told.words[row]
    return word in PLAIN_PEOPLE or word in TRADES or word in RANKS or row in told.people


def _links(told: Narration, verb: int, relation: str) -> bool:
    becomes = told.words[verb] in _BECOMES and relation not in {"dobj", "conj"}
    return is_be(told, verb) or becomes


def be_before(told: Narration, row: int) -> int | None:
    """The “is” right before the word, whatever the grammar makes of them: “because he's deaf”."""
    for verb in (row - 1, row - 2):
        if verb >= 0 and is_be(told, verb) and told.tags[row] not in {"NOUN", "PROPN"}:
            # in “Ada's tall brother” she owns him
            return None if told.relations[verb] in {"aux", "auxpass", "poss"} else verb
        if told.tags[verb] != "ADV" or told.words[verb] in _DENIES:
            return None
    return None


_DENIES = frozenset("not never no n't".split())


def subject_of(told: Narration, verb: int) -> Named | None:
    """Of whom a form of “be” says something as a fact of now."""
    if not is_fact(told, verb) or told.words[verb - 1] in _TURNS_ROUND or is_of_then(told, verb):
        return None
    if told.relations[verb] == "relcl" and told.words[told.heads[verb]] in _ASKED:
        return None  # “ask her who was captain”
    if told.words[verb] == "who's":
        return told.person(told.heads[verb])
    return told.subject(verb) or _named_beside(told, verb) or _one_who(told, verb)


def _one_who(told: Narration, verb: int) -> Named | None:
    """“Jem” of “it was Jem, the smith's kid, who was fifteen”."""
    noun = told.heads[verb]
    name = told.heads[noun]
    beside = told.relations[noun] in {"appos", "attr"} and told.tags[name] == "PROPN"
    return told.person(name) if told.relations[verb] == "relcl" and beside else None


_ASKED = frozenset("me you him her us them".split())


def _named_beside(told: Narration, verb: int) -> Named | None:
    """“Jem” of “there was one other boy, Jem, who was fifteen”."""
    agents = told.participants(verb).agents
    if len(agents) != 1 or told.words[agents[0] + 1 : agents[0] + 2] != [","]:
        return None
    name = agents[0] + 2
    return told.person(name) if name < verb and told.tags[name] == "PROPN" else None


def is_of_then(told: Narration, verb: int) -> bool:
    """“when she was small” says how she was once; “known since she was small” too."""
    opening = {told.words[each] for each in told.hanging(verb, "advmod", "mark")}
    if "then" in opening and any(told.words[e] == "had" for e in told.hanging(verb, "aux")):
        return True  # “he had been a painter then”
    if any(_is_time_before(told, each) for each in told.hanging(verb, "nsubj")):
        return True
    main = told.heads[verb]
    helping = {told.words[each] for each in told.hanging(main, "aux")}
    helping |= {f"'{told.words[each].split(chr(39))[-1]}" for each in told.hanging(main, "nsubj")}
    return bool(opening & _ONCE) or ("since" in opening and bool(helping & _PERFECT))


def _is_time_before(told: Narration, subject: int) -> bool:
    """“the year I was six”, “the time that she was ill”."""
    before = subject - 2 if told.words[subject - 1] == "that" else subject - 1
    return told.words[before] in _TIMES


def _of_predicate(told: Narration, row: int) -> Named | None:
    """“Inga was left-handed”, where the grammar takes the word for a verb."""
    helped = any(is_be(told, each) for each in told.hanging(row, "aux", "auxpass", "cop"))
    if not helped or not is_fact(told, row):
        return None
    return told.agent(row) or told.patient(row)
