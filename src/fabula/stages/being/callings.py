"""What people are: their trade, their rank, what kind of being."""

from collections.abc import Iterator

from fabula.labels import StateAttribute
from fabula.lexicon.trades import RANKS, SPECIES, rank_of, trade_of
from fabula.stages.being.describing import described, of_noun
from fabula.stages.being.signs import SURE_DEED, SURE_WORD, Sign
from fabula.stages.clauses.copulas import is_be
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration
from fabula.story import EntityId

_MADE = frozenset("made appointed named elected crowned".split())
_CALLED = frozenset("called named christened".split())
_NAMING = (["called"], ["named"])
_LONGEST_NAME = 4


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
    for row, said in enumerate(told.words):
        if not told.told[row]:
            continue
        word = said.removesuffix("'s") if told.words[row + 1 : row + 2] == ["name"] else said
        for attribute, value in _kinds(told, row, word):
            who, predicated = _named_so(told, row)
            if attribute == "species" and _titled(told, row) is not None:
                continue  # “Owl Eyes” is a name
            if who is None or (not predicated and (who.entity_id, value) in named):
                continue
            named.add((who.entity_id, value))
            rows = (who.row, row) if predicated else (row,)
            sure = SURE_WORD if predicated else SURE_DEED
            yield Sign(who, attribute, value, rows, sure * who.sure)


def _kinds(told: Narration, row: int, word: str) -> Iterator[tuple[StateAttribute, str]]:
    before = told.words[row - 1] if row else ""
    trade = trade_of(word, before)
    if trade is not None:
        yield "trade", trade
    rank = rank_of(word, before)
    if rank is not None:
        yield "rank", rank
    such = before == "such" or told.words[row - 2 : row - 1] == ["such"]
    if word in SPECIES and not such:
        yield "species", word  # “she was such an angel” is no wings


def _named_so(told: Narration, row: int) -> tuple[Named | None, bool]:
    """Who is called by this noun, and whether it is said of them rather than their name."""
    relation, head = told.relations[row], told.heads[row]
    after, unknown = told.words[row + 1 : row + 2], told.person(row) is None
    titled = _titled(told, row)
    if titled is not None:
        return titled, False
    if after == ["name"]:
        who = _equal(told, told.heads[row + 1])  # “the inspector's name was Hall”
    elif relation in {"oprd", "dobj", "attr"} and told.words[head] in _MADE:
        who = _made(told, head) if is_fact(told, head) else None
    elif relation in {"nsubj", "nsubjpass"} and unknown and after not in _NAMING:
        who = _equal(told, head)
    elif unknown or after in _NAMING:
        who = of_noun(told, row) if relation != "compound" else None
    elif relation in {"attr", "appos"}:
        who = described(told, row) or told.person(row)
    else:
        return (None if _is_surname(told, row) else told.person(row)), False
    return who, True


def _is_surname(told: Narration, row: int) -> bool:
    """“Hunter nodded”: a name, and no trade; “the hunter” is."""
    named = told.tags[row] == "PROPN" and not told.hanging(row, "det")
    return named and told.words[row] not in RANKS


def _titled(told: Narration, row: int) -> Named | None:
    """Whose title the word is: “Admiral Don Esteban Roque”."""
    relation, head = told.relations[row], told.heads[row]
    for _ in range(_LONGEST_NAME):
        if relation != "compound" or head <= row:
            return None
        if told.person(head) is not None:
            return told.person(head)
        relation, head = told.relations[head], told.heads[head]
    return None


def _made(told: Narration, verb: int) -> Named | None:
    """“Jory was made a knight”, “they made her captain”: whoever it happens to."""
    people = [told.person(each) for each in told.hanging(verb, "nsubjpass", "dobj", "dative")]
    return next((who for who in people if who is not None), None)


def _equal(told: Narration, verb: int) -> Named | None:
    """“the mate is Mr. Hall”, “the ferret was called Rex”, “the cook was a man called Hall”."""
    if not is_fact(told, verb) or not (is_be(told, verb) or told.words[verb] in _CALLED):
        return None
    for each in told.hanging(verb, "attr", "oprd", "dobj", "pobj"):
        who = told.person(each)
        if who is not None and told.tags[each] == "PROPN":
            return who
        if who is None and told.words[each + 1 : each + 2] in _NAMING:
            return of_noun(told, each)
    return None
