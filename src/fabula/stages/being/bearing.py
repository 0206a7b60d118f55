"""Whose a feature, a wound or an ill is: “her eyes”, “he had a cold”, “a man with a scar”."""

from collections.abc import Iterable

from fabula.lexicon.injury import DRESSINGS, PARTS
from fabula.lexicon.pronouns import GENDERED_FORMS
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.being.describing import CALLED, of_noun, subject_of
from fabula.stages.clauses.copulas import is_be
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration

_HAVE = all_forms("have get wear catch".split()) | {"'ve"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BY_GRAMMAR = 0.9
"""How much less sure it is whose the part is where only the grammar of the clause says so."""

_BEFORE_NOUN = frozenset("ADJ DET PUNCT CCONJ ADV NOUN NUM".split())
_UP = 5
"""How far above a feature stands whoever “has” it: “a scar and a black fringe”."""


def bearer(told: Narration, row: int) -> Named | None:
    """Whose the feature is: “her eyes”, “Tom had a beard”, “a man with a cold and a beard”."""
    owners = told.hanging(row, "poss")
    has = told.relations[row] == "dobj" and told.words[told.heads[row]] in _HAVE
    if owners and not has:
        return told.person(owners[-1])  # “her father's grey eyes” are the father's
    small = _with_before(told, row)
    return _had(told, row) if small is None else _beside(told, small)


def _had(told: Narration, row: int) -> Named | None:
    """Who “has” the feature, alone or after others: “a scar through one eyebrow and a fringe”."""
    joined = False
    for _ in range(_UP):
        relation, head = told.relations[row], told.heads[row]
        # “they had a headset on, a bandaged thumb”: in apposition to the verb itself
        if relation in {"dobj", "attr", "appos"} and told.words[head] in _HAVE:
            return told.subject(head) if is_fact(told, head) else None
        if relation == "pobj" and joined and told.words[head] == "with":
            return _beside(told, head)  # “with a plait and a black tooth”
        if relation not in {"conj", "appos"} and not (relation == "pobj" and joined):
            return None
        row, joined = (told.heads[head] if relation == "pobj" else head), True
    return None


def _with_before(told: Narration, row: int) -> int | None:
    """The “with” before the feature: “with a long grey beard”, “on two bad hips”."""
    small = {"with", "on"} if told.words[row] in PARTS | DRESSINGS else {"with"}
    for before in range(row - 1, max(row - 2 * _UP, -1), -1):
        if told.words[before] in small:
            return before  # who has been “on the burn” walked along a stream
        if told.words[before] == "on":
            return None
        said = told.relations[before] == "amod"  # “a bandaged wrist”
        if not said and told.tags[before] not in _BEFORE_NOUN:
            return None
    return None


def _beside(told: Narration, small: int) -> Named | None:
    """Who is “with” the feature, or goes “on” it; `small` is the row of that word."""
    head = told.heads[small]
    if told.words[small] == "on":
        return told.agent(head) if is_fact(told, head) else None
    if is_be(told, head):
        return subject_of(told, head)
    if told.words[head] in CALLED:
        return of_noun(told, head - 1)  # “a man called Bell, with a cold”
    return None if told.tags[head] == "VERB" else of_noun(told, head)


def whose(told: Narration, part: int) -> Named | None:
    """Whose the part of the body at this row is: by its “his” or “her”, or by the clause.

    “Tom cut his hand”: Tom's, where nobody knows who “his” is; “Mrs. Hall sat there with her eyes
    swollen”: hers, whomever “her” is taken for, since what somebody is “with” is their own.
    """
    linked = told.owner(part)
    said = next((each for each in told.hanging(part, "poss", "nmod")), None)
    gender = GENDERED_FORMS.get(told.words[said]) if said is not None else None
    if said is None or gender is None:
        return linked
    within = _is_with(told, part)
    if linked is not None and not within:
        return linked
    holder = _holder(told, part)
    agrees = holder is not None and pronouns_of(told, holder) == gender
    if holder is None or not agrees or holder.row > said:
        return linked
    if linked is not None and linked.entity_id == holder.entity_id:
        return linked
    return Named(holder.entity_id, said, holder.sure * _BY_GRAMMAR)


def is_old(told: Narration, wound: int) -> bool:
    """“an old burn”, “a burn on the back of her hand, old and white”: a mark by now."""
    said = [told.words[each] for each in told.hanging(wound, "amod", "acl")]
    last = min(told.sentence(wound).high, wound + _TO_ADJECTIVE)
    # set apart behind it, the grammar often hangs the word on another noun
    said += [told.words[each] for each in range(wound + 2, last) if told.words[each - 1] == ","]
    return bool(_LONG_AGO & set(said))


_LONG_AGO = frozenset("old faded healed ancient".split())
_TO_ADJECTIVE = 20
"""So many words behind the wound it may still be called old."""


def pronouns_of(told: Narration, who: Named) -> str | None:
    """“he” or “she” for the person: as the cast has it, or as the word at the row says."""
    known = next((each.pronouns for each in told.story.cast if each.id == who.entity_id), None)
    return known or GENDERED_FORMS.get(told.words[who.row].split("'")[0])


def _is_with(told: Narration, part: int) -> bool:
    """Whether the part stands in a phrase with “with”: “with his wrists lashed behind him”."""
    relation, head = told.relations[part], told.heads[part]
    for _ in range(_UP):
        if relation != "conj":
            break
        relation, head = told.relations[head], told.heads[head]
    return relation in {"pobj", "nsubj"} and told.words[head] == "with"


def _holder(told: Narration, part: int) -> Named | None:
    """The subject of the clause whose object, or whose “with”, the part is."""
    above = part
    for _ in range(_UP):
        relation, head = told.relations[above], told.heads[above]
        if relation in _SUBJECTS and told.words[head] != "with":
            return None
        above = head
        if told.tags[above] in {"VERB", "AUX"}:
            objects = told.hanging(above, "dobj", "nsubjpass")
            if relation != "dobj" and any(each in told.beings for each in objects):
                return None  # “they brought Tom in with his hands tied”: he may be meant
            return told.subject(above) if is_be(told, above) else told.agent(above)
    return None


def several(told: Narration, rows: Iterable[int]) -> list[Named]:
    """The people at these rows if there are two or more and all are known: “Tom and Ines”."""
    found = [told.person(row) for row in sorted(set(rows))]
    known = [who for who in found if who is not None]
    apart = len({who.entity_id for who in known}) > 1
    return known if apart and len(known) == len(found) else []


def part_words(told: Narration, row: int) -> str:
    """The words for a part of the body: “left arm”."""
    return told.text([*told.hanging(row, "amod"), row])
