"""What people are: their trade, their rank, what kind of being."""

from collections.abc import Iterator

from fabula.lexicon.trades import RANKS, SPECIES, trade_of
from fabula.stages.being.looks import is_be
from fabula.stages.being.signs import SURE_DEED, SURE_WORD, Sign
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration
from fabula.story import EntityId, StateAttribute

_MADE = frozenset("made appointed named elected crowned".split())


def calling_signs(told: Narration) -> Iterator[Sign]:
    """What people are by the nouns that name them or are said of them.

    Finds:
        Nouns for a trade, a rank or a kind of being that name somebody of the cast (“the
        ferryman”, “Captain Ortiz”), or are said of them (“Ines was a baker”).
    Why it holds:
        Who is called the ferryman is one, unless someone speaks.
    Misses:
        Trades told by what one does (“Ines baked for the whole street”).

    Example:
        “Tom, a baker, nodded to Captain Ortiz.”: a baker; a captain.
    """
    named: set[tuple[EntityId, str]] = set()
    called = {each.id: each.name.lower() for each in told.story.cast if not each.named}
    for row, word in enumerate(told.words):
        if not told.told[row]:
            continue
        for attribute, value in _kinds(told, row, word):
            who, predicated = _named_so(told, row)
            if who is None or (not predicated and (who.entity_id, value) in named):
                continue
            if not predicated and word in called.get(who.entity_id, "").split():
                continue  # “the miller” is all that he is called
            named.add((who.entity_id, value))
            rows = (who.row, row) if predicated else (row,)
            sure = SURE_WORD if predicated else SURE_DEED
            yield Sign(who, attribute, value, rows, sure * who.sure)


def _kinds(told: Narration, row: int, word: str) -> Iterator[tuple[StateAttribute, str]]:
    before = told.words[row - 1] if row else ""
    trade = trade_of(word, before)
    if trade is not None:
        yield "trade", trade
    if word in RANKS:
        yield "rank", word
    if word in SPECIES:
        yield "species", word


def _named_so(told: Narration, row: int) -> tuple[Named | None, bool]:
    """Who is called by this noun, and whether it is said of them rather than their name."""
    relation, head = told.relations[row], told.heads[row]
    if relation == "attr" and is_be(told, head):
        return (told.subject(head) if is_fact(told, head) else None), True
    if relation == "appos":
        return told.person(head) or told.person(row), True
    if relation == "oprd" and told.words[head] in _MADE:
        return (told.patient(head) if is_fact(told, head) else None), True
    for clause in told.hanging(row, "acl"):
        if told.words[clause] in {"called", "named"}:
            people = [told.person(each) for each in told.hanging(clause)]
            return next((each for each in people if each is not None), None), True
    if relation == "compound" and head > row:
        return told.person(head), False
    return told.person(row), False
