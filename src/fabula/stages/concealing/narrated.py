"""What the narration, or somebody who talks, says is kept from somebody."""

from collections.abc import Iterator
from itertools import product

from fabula.lexicon.verb_forms import all_forms
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Narration
from fabula.stages.concealing.claims import Concealed, Disclosed
from fabula.stages.concealing.hearers import (
    TELLING,
    UNABLE,
    WH,
    Hearers,
    about,
    is_denied,
    subjects_of,
)
from fabula.story import ChainId, EntityId
from fabula.text import Span

SAID = 0.85
"""The words say it plainly, of people who are linked as surely as can be."""

_KEEP = all_forms(["keep"])
_HIDE = all_forms("hide conceal".split())
_LIE = frozenset("lie lies lied lying".split())
_WITHHOLD = _KEEP | _HIDE | _LIE
_SAY = all_forms(["say"])
_THINK = all_forms(["think"])
_ONESELF = frozenset(
    "myself yourself himself herself itself themself themselves ourselves yourselves".split()
)
_KEPT = frozenset("it this that all everything secret secrets truth news fact".split())
"""What is kept from somebody as a secret is: not the rain, nor the knife."""

_PLEDGES = frozenset("would will won't can could might if unless until wouldn't shall".split())
"""“If you don't tell her” and “he would not tell” keep nothing yet."""


def kept_from_somebody(told: Narration) -> Iterator[Concealed]:
    """“She had never told Tom about the letter”, “he kept it from her”, “she lied to Tom”.

    Finds:
        A verb of telling that is denied, or behind “without”, with its hearer: a person of the
        cast, or “nobody”; not saying who or why; keeping or hiding something from a person, or
        to oneself; lying to one.
    Why it holds:
        Whoever does not tell what the story finds worth saying knows it himself.
    Misses:
        What is only shown: a look that is turned away, a letter burnt.

    Example:
        “Ines had told nobody about the letter.”: Ines keeps something of the letter from all.
    """
    for row, word in enumerate(told.words):
        if not told.told[row] or told.asked[row]:
            continue
        if word in TELLING:
            yield from _untold(told, row)
        elif word in _WITHHOLD and is_fact(told, row):
            yield from _withheld(told, row)
            yield from _to_oneself(told, row)
        elif word in _SAY:
            yield from _unsaid(told, row)


def disclosures(told: Narration) -> Iterator[Disclosed]:
    """“So she told him everything.”: who tells whom, whatever it is."""
    for row, word in enumerate(told.words):
        if word in TELLING and told.told[row] and is_fact(told, row):
            tellers = (told.person(subject) for subject in subjects_of(told, row))
            hearers = Hearers(told, row).people.values()
            for by, to in product((who for who in tellers if who is not None), hearers):
                evidence = told.span([by.row, row, to.row])
                yield Disclosed(by.entity_id, to.entity_id, evidence)


def _untold(told: Narration, verb: int) -> Iterator[Concealed]:
    """What is not told by somebody to those whom the verb names."""
    hearers = Hearers(told, verb)
    without = told.relations[verb] == "pcomp" and told.words[told.heads[verb]] == "without"
    nobody = hearers.anybody and "any" not in {told.words[each][:3] for each in hearers.rows}
    if not hearers or not (without or nobody or is_denied(told, verb)) or _is_pledge(told, verb):
        return
    if any(
        told.words[each] == "to"
        for clause in told.hanging(verb, "xcomp")
        for each in told.hanging(clause, "aux")
    ):
        return  # “did not tell him to stop” gives no order, and hides nothing
    if _is_manner_of_speaking(told, verb):
        return
    clause = told.heads[told.heads[verb]] if without else verb
    yield from _keeping(told, clause, hearers, verb)


def _is_manner_of_speaking(told: Narration, verb: int) -> bool:
    """Words that deny telling and hide nothing.

    “Don't say I didn't warn you”, “I can't tell you how cold it was”, “she did not tell me what
    she thought of me”.
    """
    above = told.heads[verb]
    if told.relations[verb] == "ccomp" and is_denied(told, above):
        return True
    unable = any(told.words[each] in UNABLE for each in told.hanging(verb, "aux"))
    for clause in told.hanging(verb, "ccomp"):
        asked = {told.words[each] for each in told.hanging(clause, "dobj", "advmod")} & WH
        if asked and told.words[clause] in _THINK:
            return True
        if unable and asked <= {"how"}:
            return True
    return False


def _is_pledge(told: Narration, verb: int) -> bool:
    small = {told.words[each] for each in told.hanging(verb, "aux", "mark")}
    return bool(small & _PLEDGES)


def _keeping(told: Narration, clause: int, hearers: Hearers, verb: int) -> Iterator[Concealed]:
    """The subject of `clause` keeps what hangs on `verb` from the hearers."""
    keepers = [who for row in subjects_of(told, clause) if (who := told.person(row)) is not None]
    kept_from = {who.entity_id for who in hearers.people.values()}
    if not keepers or kept_from & {who.entity_id for who in keepers}:
        return
    sure = min(who.sure for who in (*keepers, *hearers.people.values()))
    yield Concealed(
        keepers=frozenset(who.entity_id for who in keepers),
        hidden_from=frozenset(kept_from),
        about=about(told, verb, hearers),
        evidence=_evidence(told, [*(who.row for who in keepers), verb, *hearers.rows]),
        confidence=SAID * sure,
    )


def _withheld(told: Narration, verb: int) -> Iterator[Concealed]:
    """“kept it from Tom”, “hid the letter from Tom”, “lied to Tom about the letter”."""
    lies = told.words[verb] in _LIE
    hearers = [
        who
        for row in told.behind(verb, "to" if lies else "from")
        if (who := told.person(row)) is not None
    ]
    keepers = [who for row in subjects_of(told, verb) if (who := told.person(row)) is not None]
    if not hearers or not keepers or (not lies and not _is_news(told, verb)):
        return
    if {who.entity_id for who in hearers} & {who.entity_id for who in keepers}:
        return
    yield Concealed(
        keepers=frozenset(who.entity_id for who in keepers),
        hidden_from=frozenset(who.entity_id for who in hearers),
        about=_of(told, [*told.hanging(verb, "dobj"), *told.behind(verb, "about")]),
        evidence=_evidence(told, [verb, *(who.row for who in (*keepers, *hearers))]),
        confidence=SAID * min(who.sure for who in (*keepers, *hearers)),
    )


def _to_oneself(told: Narration, verb: int) -> Iterator[Concealed]:
    """“kept it to himself”."""
    own = {told.words[row] for row in told.behind(verb, "to")} & _ONESELF
    if own and _is_news(told, verb):
        yield from _from_everybody(told, verb, _of(told, told.hanging(verb, "dobj")))


def _unsaid(told: Narration, verb: int) -> Iterator[Concealed]:
    """“wouldn't say who had sent him”: what is asked for behind the verb is known and kept."""
    clauses = told.hanging(verb, "ccomp")
    asked = any(
        told.words[row] in WH
        for clause in clauses
        for row in told.hanging(clause, "advmod", "nsubj", "dobj", "attr", "pobj", "nsubjpass")
    )
    small = {told.words[each] for each in told.hanging(verb, "aux")}
    if asked and is_denied(told, verb) and not small & UNABLE:
        yield from _from_everybody(told, verb, frozenset())


def _from_everybody(
    told: Narration, verb: int, about_it: frozenset[EntityId | ChainId]
) -> Iterator[Concealed]:
    keepers = [who for row in subjects_of(told, verb) if (who := told.person(row)) is not None]
    if keepers:
        yield Concealed(
            keepers=frozenset(who.entity_id for who in keepers),
            hidden_from=frozenset(),
            about=about_it,
            evidence=_evidence(told, [verb, *(who.row for who in keepers)]),
            confidence=SAID * min(who.sure for who in keepers),
        )


def _is_news(told: Narration, verb: int) -> bool:
    """Whether something is kept that can be known: “it”, “the truth”; hidden: any thing."""
    objects = told.hanging(verb, "dobj")
    if told.words[verb] in _HIDE:
        return any(row in told.things or told.words[row] in _KEPT for row in objects)
    return any(told.words[row] in _KEPT for row in objects)


def _of(told: Narration, rows: list[int]) -> frozenset[EntityId | ChainId]:
    people = {who.entity_id for row in rows if (who := told.person(row)) is not None}
    things = {told.chains[told.things[row].id].id for row in rows if row in told.things}
    return frozenset(people) | frozenset(things)


def _evidence(told: Narration, rows: list[int]) -> Span:
    """The sentence around the words: what is kept often stands behind them."""
    sentence = told.sentence(rows[0])
    return told.span([*rows, sentence.low, max(sentence.low, sentence.high - 1)])
