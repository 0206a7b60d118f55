"""What people are: their trade, their rank, what kind of being."""

from collections.abc import Iterator, Mapping

from fabula.labels import StateAttribute
from fabula.lexicon.given_names import is_given_name
from fabula.lexicon.trades import (
    CALLING_NOUNS,
    RANKS,
    SPECIES,
    TITLES_OF_RANK,
    TITLES_OF_TRADE,
    TRADES_BEFORE_NAMES,
    rank_of,
    trade_of,
)
from fabula.stages.being.describing import described, of_noun
from fabula.stages.being.signs import SURE_DEED, SURE_WORD, Sign
from fabula.stages.clauses.copulas import is_be
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration
from fabula.story import Entity, EntityId

_MADE = frozenset("made appointed named elected crowned".split())
_CALLED = frozenset("called named christened".split())
_NAMING = (["called"], ["named"])
_LONGEST_NAME = 4
_ARTICLES = frozenset("a an the".split())


def calling_signs(told: Narration) -> Iterator[Sign]:
    """What people are by the nouns that name them or are said of them.

    Finds:
        Nouns for a trade, a rank or a kind of being that name somebody of the cast (“the
        ferryman”, “Captain Ortiz”, “Father Bell”), or are said of them (“Ines was a baker”).
    Why it holds:
        Who is called the ferryman is one, unless someone speaks. A surname (“Sidney Cooper”)
        is no trade.
    Misses:
        Trades told by what one does, which `livelihoods` finds.

    Example:
        “Tom, a baker, nodded to Captain Ortiz.”: a baker; a captain.
    """
    surnames = _surnames(told)
    named: set[tuple[EntityId, str]] = set()
    for row, said in enumerate(told.words):
        if not told.told[row]:
            continue
        word = said.removesuffix("'s") if told.words[row + 1 : row + 2] == ["name"] else said
        if word not in CALLING_NOUNS:
            continue
        for attribute, value in _kinds(told, row, word):
            who, predicated = _named_so(told, row)
            if who is None or (not predicated and (who.entity_id, value) in named):
                continue
            if _is_of_name(told, row, surnames.get(who.entity_id, frozenset())):
                continue
            named.add((who.entity_id, value))
            rows = (who.row, row) if predicated else (row,)
            sure = SURE_WORD if predicated else SURE_DEED
            yield Sign(who, attribute, value, rows, sure * who.sure)


def _is_of_name(told: Narration, row: int, surnames: frozenset[str]) -> bool:
    """“Sidney Cooper”, “this is Clementine Baker”: the surname says nothing of a trade."""
    if told.tags[row] != "PROPN" or told.hanging(row, "det"):
        return False
    given = any(told.tags[each] == "PROPN" for each in told.hanging(row, "compound"))
    return given or told.words[row].removesuffix("'s") in surnames


def _surnames(told: Narration) -> Mapping[EntityId, frozenset[str]]:
    """The words of each name that are no title: “cooper” of “Sidney Cooper”."""
    return {entity.id: frozenset(_no_titles(entity)) for entity in told.story.cast if entity.named}


def _no_titles(entity: Entity) -> Iterator[str]:
    for name in entity.names:
        words = name.lower().replace("’", "'").split()
        if words and words[0] not in _ARTICLES and (len(words) > 1 or words[0] not in RANKS):
            yield words[-1]


def _kinds(told: Narration, row: int, word: str) -> Iterator[tuple[StateAttribute, str]]:
    before = told.words[row - 1] if row else ""
    if told.relations[row] == "compound" and told.tags[told.heads[row]] == "NOUN":
        return  # “a marine biologist”
    if told.tags[row] == "ADJ":
        return  # “the chief croupier”
    titled = _titled(told, row) is not None
    if titled and (before in _WIFE_OF or is_given_name(word)):
        return  # “Mrs. Reverend Warren”, “Earl Haydock” of Main Street
    trade = None if _is_skill(told, row, word) else trade_of(word, before)
    if titled and told.tags[row] == "PROPN":
        trade = word if word in TRADES_BEFORE_NAMES else TITLES_OF_TRADE.get(word)
    if trade is not None:
        yield "trade", trade
    rank = rank_of(word, before) or (word if titled and word in TITLES_OF_RANK else None)
    crowned = rank in _CROWNED and bool(told.hanging(row, "compound"))
    if rank is not None and not crowned:  # “the fireworks king”
        yield "rank", rank
    such = before == "such" or told.words[row - 2 : row - 1] == ["such"]
    was_once = told.words[told.heads[row]] == "been"  # “he had been a fox for two hours”
    if word in SPECIES and trade is None and not (such or titled or was_once):
        yield "species", word  # “she was such an angel” is no wings, and “Owl Eyes” a name


def _is_skill(told: Narration, row: int, word: str) -> bool:
    """“He is the best dancer I know”: how well he does it, and no living."""
    if word not in _SKILLS and word != "maid":
        return False
    said = {told.words[each] for each in told.hanging(row, "amod")}
    return "old" in said if word == "maid" else bool(said & _WELL)


_SKILLS = frozenset(
    "dancer cook singer driver actor actress poet fiddler drummer artist musician hunter".split()
)
_WELL = frozenset(
    "best good great rotten bad terrible wonderful excellent poor better fine worst mighty".split()
)
_WIFE_OF = frozenset({"mrs", "mrs."})
_CROWNED = frozenset("king queen prince princess baron".split())


def _named_so(told: Narration, row: int) -> tuple[Named | None, bool]:
    """Who is called by this noun, and whether it is said of them rather than their name."""
    relation, head = told.relations[row], told.heads[row]
    after, unknown = told.words[row + 1 : row + 2], told.person(row) is None
    titled = _titled(told, row)
    if titled is not None:
        return (None if _is_given_name(told, head) else titled), False
    if unknown and (beside := _named_before(told, row)) is not None:
        return beside, True
    if after == ["name"]:
        who = _equal(told, told.heads[row + 1])  # “the inspector's name was Hall”
    elif relation in {"oprd", "dobj", "attr"} and told.words[head] in _MADE:
        who = _made(told, head) if is_fact(told, head) else None
    elif relation in {"nsubj", "nsubjpass"} and unknown and after not in _NAMING:
        who = _equal(told, head)
    elif unknown or after in _NAMING:
        who = _of_role(told, row)
    elif relation in {"attr", "appos"}:
        who = described(told, row) or told.person(row)
    else:
        return (None if _is_surname(told, row) else told.person(row)), False
    return who, True


def _of_role(told: Narration, row: int) -> Named | None:
    """“She was a cook”, “the cook called Hall”, “a cook, Mrs. Hall, who sang”."""
    if told.relations[row] == "compound":
        return None
    return of_noun(told, row) or _named_behind(told, row)


def _named_behind(told: Narration, row: int) -> Named | None:
    """Whose name stands between commas behind the noun: “a cook, Mrs. Hall,”."""
    small = {told.words[each] for each in told.hanging(row, "det", "poss")}
    if told.words[row + 1 : row + 2] != [","] or not small:
        return None
    for name in range(row + 2, min(row + 2 + _LONGEST_NAME, len(told.words))):
        if told.tags[name] != "PROPN":
            return None
        joined = {"appos"} if "the" in small else {"appos", "conj"}  # “the General, Ada and Tom”
        if told.relations[name] in joined and told.heads[name] == row:
            return told.person(name)
    return None


def _named_before(told: Narration, row: int) -> Named | None:
    """“Tom Hall, the caretaker,”, “Mr. Hall the janitor”, whatever the grammar makes of it."""
    if row < 2:
        return None
    the = row - 1
    while the > row - _LONGEST_NAME and told.tags[the] in {"ADJ", "NOUN"}:
        the -= 1
    parted = told.words[the - 1] == ","
    name = the - 2 if parted else the - 1
    after = told.words[row + 1 : row + 3]
    if name < 0 or told.words[the] != "the" or told.tags[name] != "PROPN":
        return None
    if parted and (not after or after[0] not in _CLOSING or after[1:] in (["and"], ["or"])):
        return None  # “Tom, the baker and Ines” are three
    if parted and told.words[name - 1] == ",":
        return None  # “Ines, Tom, the baker”
    object_of = told.tags[told.heads[name]] == "VERB" and told.relations[name] == "dobj"
    return None if object_of and not parted else told.person(name)


_CLOSING = frozenset({",", ".", ";", ":", "!", "—", "–"})


def _is_given_name(told: Narration, head: int) -> bool:
    """“His name is Admiral Byng”: a cat may be called so."""
    verb = told.heads[head]
    subjects = [told.words[each] for each in told.hanging(verb, "nsubj")]
    return told.relations[head] in {"attr", "oprd", "pobj"} and "name" in subjects


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
            return told.person(head) if told.tags[head] == "PROPN" else None
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
