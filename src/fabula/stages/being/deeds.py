"""States told by verbs: “he fainted”, “she tied him to a chair”, “Tom woke”, “he let her go”."""

from collections.abc import Iterator

from fabula.labels import StateAttribute
from fabula.lexicon.conditions import (
    BEFALLS,
    CALMS,
    COMES_TO,
    DREAMS,
    ENDINGS,
    INFLICTS,
    PHRASE_ENDINGS,
    PHRASES,
)
from fabula.lexicon.injury import HARMS, PARTS
from fabula.lexicon.motion import MOTION_VERBS
from fabula.lexicon.restraint import RESTRAINTS
from fabula.lexicon.verb_forms import IRREGULAR_PAST, all_forms
from fabula.stages.being.bearing import several
from fabula.stages.being.figures import is_figure
from fabula.stages.being.signs import SURE_DEED, SURE_GUESS, Sign
from fabula.stages.clauses.facts import doubt_of, is_fact, own_doubt
from fabula.stages.clauses.narration import Named, Narration

LEAST_HAPPENING = 0.1
"""What the encoder takes for less likely to happen than this puts nobody into a state."""

SURELY_HAPPENS = 0.5
"""“She slept in the attic” may be a habit: of such verbs the encoder must be sure."""

_PASSES = frozenset("sleep mood".split())
"""Who “had been crying” no longer does."""

_OFTEN = all_forms(["sleep"]) | DREAMS
_LONG = frozenset("years months weeks year winters summers".split())
_NIGHTLY = frozenset("night nights".split())
_SMALL_CLAUSE = all_forms("have get leave keep find see hear".split())
_BINDS = all_forms(["bind"])
_BITES = all_forms(["bite"])
_LETS = all_forms("let set turn cut".split())
_OUT = frozenset("out go loose free".split())
_STOPS = all_forms("stop finish cease quit".split())
_GOES = all_forms(["go"])
_LOSES = all_forms(["lose"])
_KNOWS = frozenset({"knew", "remembered", "saw"})
_BREAKS_OUT = frozenset({"burst", "bursts", "broke", "dissolved"})
_FALLS = all_forms("fall sink drift slip slide drop".split())
_SLEEPS = frozenset("sleep slumber doze unconsciousness coma faint".split())
_NAPS = all_forms("take have".split())
_TO_SLEEP = all_forms("cry sob read rock drink sing".split())
_OVERCOMES = all_forms("take claim overcome overtake find pull".split())
_MOVES_ONESELF = all_forms("turn twist wrench".split())
"""“He turned himself towards the port” is unhurt."""

_TELLING = frozenset(
    {
        *(*_FALLS, *_NAPS, *_TO_SLEEP, *_OVERCOMES),
        *(*BEFALLS, *INFLICTS, *HARMS, *ENDINGS, *DREAMS, *CALMS, *_LETS),
        *(verb for verb, _ in (*PHRASES, *COMES_TO, *PHRASE_ENDINGS)),
        *(*_GOES, *_LOSES, *_KNOWS, *_BREAKS_OUT),
    }
)
"""The verbs that tell of a state, alone or with what follows; few of a story's verbs do."""


def deed_signs(told: Narration, row: int) -> Iterator[Sign]:
    """What the verb at this row says of somebody's state.

    Finds:
        Verbs that befall people or that one does to another, also in a small clause (“had him
        tied”), with small words behind them (“passed out”), and those that end a state.
    Why it holds:
        Who is tied is bound until somebody unties them.
    Misses:
        Deeds whose outcome the words do not name (“Obi pressed the plunger”).

    Example:
        “Ines fainted. They had Tom tied to a chair. Then Ada let him go.”
    """
    word = told.words[row]
    if word not in _TELLING or told.tags[row] not in {"VERB", "AUX"}:
        return
    yield from _must_have_slept(told, row)
    if _is_death_before(told, row):
        yield from _befallen(told, row)
    if not (is_fact(told, row) or _in_small_clause(told, row)):
        return
    yield from _into_sleep(told, row)
    yield from _tears(told, row)
    yield from _by_phrase(told, row)
    yield from _let_go(told, row)
    if told.happens[row] >= LEAST_HAPPENING:
        yield from _befallen(told, row)
        yield from _inflicted(told, row)
        yield from _ended(told, row)


def _befallen(told: Narration, row: int) -> Iterator[Sign]:
    """“he fainted”, “she slept”, “she dreamed that she flew”; not “he is dying”."""
    word, who = told.words[row], told.agent(row)
    if word not in BEFALLS or told.hanging(row, "auxpass", "nsubjpass"):
        return
    attribute, value = BEFALLS[word]
    if who is None:
        if attribute in _PASSES - {"mood"} and not _is_before(told, row):
            for each in several(told, told.participants(row).agents):
                yield _deed(row, each, attribute, value)
        return
    past = attribute in _PASSES and _is_before(told, row)
    if past or _is_aim(told, row) or _is_habit(told, row) or _is_no_state(told, row):
        return
    if _has_stopped(told, row):
        yield Sign(who, attribute, "", (who.row, row), SURE_DEED * who.sure, over=True)
    elif not (attribute == "life" and word.endswith("ing")) and not is_figure(told, row):
        yield _deed(row, who, attribute, value)


def _must_have_slept(told: Narration, row: int) -> Iterator[Sign]:
    """“I must have slept”, “she supposed that she must have dozed”: as good as told."""
    helping = {told.words[each] for each in told.hanging(row, "aux")}
    who = told.agent(row)
    befallen = BEFALLS.get(told.words[row])
    sleeps = befallen is not None and befallen[0] == "sleep" and told.words[row] not in DREAMS
    told_so = told.told[row] and not told.asked[row] and not told.hanging(row, "neg")
    if sleeps and told_so and {"must", "have"} <= helping and who is not None:
        yield Sign(who, "sleep", "asleep", (who.row, row), SURE_GUESS * who.sure)


def _is_death_before(told: Narration, row: int) -> bool:
    """“She used to sing, before she died”: she did both."""
    befallen, doubt, main = BEFALLS.get(told.words[row]), doubt_of(told, row), told.heads[row]
    dies = befallen is not None and befallen[0] == "life" and told.words[row].endswith("ed")
    until = doubt is not None and told.words[doubt.row] in {"before", "until", "till"}
    past = told.words[main].endswith("ed") or told.words[main] in IRREGULAR_PAST
    return dies and until and main != row and past and is_fact(told, main)


def _into_sleep(told: Narration, row: int) -> Iterator[Sign]:
    """“she fell into a deep sleep”, “cried herself to sleep”, “sleep took her”, “took a nap”."""
    word = told.words[row]
    into = {told.words[each] for each in told.behind(row, "into", "to")} & _SLEEPS
    things = {told.words[each] for each in told.hanging(row, "dobj")}
    comes = any(told.words[each] == "sleep" for each in told.hanging(row, "nsubj"))
    herself = any(each.endswith("self") for each in things)
    falls = bool(into) and (word in _FALLS or (word in _TO_SLEEP and herself))
    who = None
    if falls or (things & {"nap", "doze"} and word in _NAPS):
        who = told.agent(row)
    elif comes and word in _OVERCOMES:
        who = _harmed(told, row)
    if who is not None and not _is_before(told, row):
        far = into & {"unconsciousness", "coma", "faint"}
        attribute: StateAttribute = "consciousness" if far else "sleep"
        yield _deed(row, who, attribute, _AFTERWARDS[attribute])


def _is_habit(told: Narration, row: int) -> bool:
    """“For years she slept in the attic”, “at night she slept”, “she dreamed once”: not now."""
    if {told.words[each] for each in told.behind(row, "for", "since")} & _LONG:
        return True
    if told.words[row] not in _OFTEN:
        return False
    beside = {told.words[each] for each in told.hanging(row, "advmod", "dobj")}
    seldom = "little" in beside or "once" in {*beside, *told.words[row + 1 : row + 2]}
    nightly = {told.words[each] for each in told.behind(row, "at")} & _NIGHTLY
    return seldom or bool(nightly) or told.happens[row] < SURELY_HAPPENS


def _is_no_state(told: Narration, row: int) -> bool:
    """“She dreamed of the sea” awake, “slept with him”, and “‘No,’ she cried”."""
    word = told.words[row]
    if word in DREAMS:
        return not told.hanging(row, "ccomp")
    with_whom = any(each in told.beings for each in told.behind(row, "with"))
    return (word in _OFTEN and with_whom) or _is_said(told, row)


def _is_aim(told: Narration, row: int) -> bool:
    """“He threw the cape to blind it”: what is aimed at is not yet done."""
    to = any(told.words[each] == "to" for each in told.hanging(row, "aux"))
    return to and told.relations[row] == "advcl"


def _has_stopped(told: Narration, row: int) -> bool:
    """“she stopped crying”."""
    head = told.words[told.heads[row]]
    return told.relations[row] == "xcomp" and head in _STOPS and told.words[row].endswith("ing")


def _inflicted(told: Narration, row: int) -> Iterator[Sign]:
    """“she tied him”, “he was shot”; not “he shot himself into the air”, “it's killing me”."""
    word = told.words[row]
    if word not in INFLICTS and word not in HARMS:
        return
    small = _in_small_clause(told, row)
    who, agent = _harmed(told, row), told.agent(told.heads[row] if small else row)
    if who is None or is_figure(told, row) or _is_aim(told, row):
        return
    itself = told.words[who.row].endswith("self")
    if word in _BITES and not {told.words[each] for each in told.behind(row, "in", "on")} & PARTS:
        return  # “he'd bitten the gardener”: perhaps long ago, perhaps no wound
    if word in INFLICTS:
        himself = itself or (agent is not None and agent.entity_id == who.entity_id)
        attribute, value = INFLICTS[word]
        if word in _BINDS and _is_bandaging(told, row):
            attribute, value = "injury", "bandaged"
        going_on = word.endswith("ing") and bool(told.hanging(row, "aux"))
        if not himself and not (attribute == "life" and going_on):
            yield _deed(row, who, attribute, value)
    if word in HARMS and itself and word not in _MOVES_ONESELF:
        yield _deed(row, who, "injury", HARMS[word])


def _is_bandaging(told: Narration, row: int) -> bool:
    """“she began to bind him up with her scarf”; with a rope he would be a captive."""
    up = {told.words[each] for each in told.hanging(row, "prt", "advmod")} & {"up"}
    with_what = {told.words[each] for each in told.behind(row, "with", "in")}
    return bool(up) and not with_what & RESTRAINTS


def _ended(told: Narration, row: int) -> Iterator[Sign]:
    """“Tom woke”, “she freed him”, “he calmed down”."""
    word = told.words[row]
    attributes = ENDINGS.get(word, ())
    if not attributes and word in CALMS:
        attributes = ("mood",)
    behind = told.words[row + 1] if row + 1 < len(told.words) else ""
    attributes = attributes or PHRASE_ENDINGS.get((word, behind), ())
    who = _harmed(told, row) or (None if told.hanging(row, "dobj") else told.agent(row))
    for attribute in attributes if who is not None else ():
        assert who is not None
        yield Sign(who, attribute, "", (who.row, row), SURE_DEED * who.sure, over=True)


def _let_go(told: Narration, row: int) -> Iterator[Sign]:
    """“he let her out”, “they set him free”, “turned the man loose”."""
    if told.words[row] not in _LETS or not _OUT & set(told.words[row + 1 : row + 5]):
        return
    clauses = told.hanging(row, "ccomp", "xcomp")
    people = [*told.hanging(row, "dobj"), *(s for c in clauses for s in told.hanging(c, "nsubj"))]
    found = [told.person(each) for each in people]
    who = found[0] if len(found) == 1 else None
    if who is not None and set(told.words[who.row + 1 : who.row + 2]) & _OUT:
        rows = (who.row, row, who.row + 1)
        yield Sign(who, "liberty", "", rows, SURE_DEED * who.sure, over=True)


def _in_small_clause(told: Narration, row: int) -> bool:
    """“they left him tied up”, “he found her locked in”: as good as done to them."""
    head = told.heads[row]
    held = told.relations[row] in {"ccomp", "xcomp"} and told.words[head] in _SMALL_CLAUSE
    return held and is_fact(told, head) and own_doubt(told, row) is None


def _is_before(told: Narration, row: int) -> bool:
    """“she had slept at the inn”, “he had dropped a plate and cried”: they no longer do."""
    helping = {told.words[each] for each in told.hanging(row, "aux")}
    if told.relations[row] == "conj" and not helping and not told.hanging(row, "nsubj"):
        return told.tags[told.heads[row]] == "VERB" and _is_before(told, told.heads[row])
    contracted = any(told.words[each].endswith("'d") for each in told.hanging(row, "nsubj"))
    return "had" in helping or (contracted and "been" in helping)


def _tears(told: Narration, row: int) -> Iterator[Sign]:
    """“she burst into tears”, “he burst out crying”."""
    if told.words[row] not in _BREAKS_OUT:
        return
    after = told.words[row + 1 : row + 3]
    who = told.agent(row)
    if who is not None and after in (["into", "tears"], ["out", "crying"], ["in", "tears"]):
        yield Sign(who, "mood", "crying", (who.row, row, row + 2), SURE_DEED * who.sure)


def _by_phrase(told: Narration, row: int) -> Iterator[Sign]:
    """“he passed out”, “she went to sleep”, “he came round”."""
    words = told.words
    small = words[row + 1 : row + 3]
    attribute = PHRASES.get((words[row], small[0])) if small else None
    if attribute == "illness" and told.hanging(row, "dobj"):
        attribute = None  # “she threw up her hands”
    walks = told.relations[row] == "advcl" or bool(_ON_THE_WAY & set(words[row + 1 : row + 4]))
    if attribute is not None and walks:
        attribute = None  # “she passed out of the room”, “as he passed out”
    if words[row] in _GOES and "sleep" in words[row + 2 : row + 4] and "to" in small:
        attribute = "sleep"  # “went to sleep”, “went back to sleep”
    knows_no_more = words[row] in _KNOWS and small in (["nothing", "more"], ["no", "more"])
    knows_no_more = knows_no_more and words[row + 3 : row + 4] != ["of"]  # “saw no more of him”
    if knows_no_more or (words[row] in _LOSES and "consciousness" in small):
        attribute = "consciousness"
    who = told.agent(row)
    if small and (words[row], small[0]) in COMES_TO and who is not None and _is_all(told, row + 2):
        rows = (who.row, row, row + 1)
        yield Sign(who, "consciousness", "", rows, SURE_DEED * who.sure, over=True)
    if attribute is not None and who is not None:
        rows = (who.row, row, row + len(small))
        yield Sign(who, attribute, _AFTERWARDS[attribute], rows, SURE_DEED * who.sure)


_ON_THE_WAY = MOTION_VERBS | frozenset("of as to into through upon without made".split())


def _is_all(told: Narration, row: int) -> bool:
    """“he came to.”, and not “he came to the door”; “came to herself” is as good."""
    over = row >= len(told.words) or told.tags[row] in {"PUNCT", "CCONJ", "SCONJ"}
    return over or told.words[row].endswith("self")


_AFTERWARDS = {"life": "dead", "consciousness": "unconscious", "sleep": "asleep", "illness": "sick"}


def _harmed(told: Narration, row: int) -> Named | None:
    """The person who is the verb's object, the subject of its passive or of its small clause."""
    objects = told.hanging(row, "dobj", "nsubjpass")
    if not objects and told.relations[row] in {"relcl", "acl"}:
        return told.patient(row)
    if not objects and _in_small_clause(told, row):
        objects = told.hanging(row, "nsubj") or told.hanging(told.heads[row], "dobj")
    people = [told.person(each) for each in objects]
    return people[0] if len(people) == 1 else None


def _deed(row: int, who: Named, attribute: StateAttribute, value: str) -> Sign:
    return Sign(who, attribute, value, (who.row, row), SURE_DEED * who.sure)


def _is_said(told: Narration, row: int) -> bool:
    """Whether the verb gives speech: “she cried” beside a quotation or before its content."""
    said = [each for each in told.hanging(row, "dobj") if told.words[each] not in _A_WHILE]
    if said or told.hanging(row, "ccomp", "parataxis") or told.relations[row] == "parataxis":
        return True
    if told.words[row + 1 : row + 2] == ["out"]:
        return True  # “he cried out” is no weeping
    return _beside_speech(told, row)


_NEAR = 2
_A_WHILE = frozenset("bit little lot while tear tears time night herself himself".split())
"""“she cried a bit”, “cried herself to sleep”: no words."""


def _beside_speech(told: Narration, row: int) -> bool:
    """Whether speech stands within two words in the same paragraph, as beside “she cried”."""
    low, high = row, row
    while low > max(row - _NEAR, 0) and low not in told.paragraph_rows:
        low -= 1
    while high < min(row + _NEAR, len(told.words) - 1) and high + 1 not in told.paragraph_rows:
        high += 1
    return not all(told.told[low : high + 1])
