"""What is done so that nobody sees or hears of it: “when nobody was looking”, “secretly”."""

import re
from collections.abc import Iterator

from fabula.lexicon.verb_forms import all_forms
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Narration
from fabula.stages.concealing.claims import Concealed
from fabula.stages.concealing.hearers import subjects_of

UNSEEN = 0.8
"""Whoever chooses the moment when nobody looks means to keep it so."""

_NOBODY_LOOKS = re.compile(
    r"\b(?:when|while|because|since|as|if|once)\s+(?:nobody|no\s+one|no-one)\s+"
    r"(?:was|is|were|'s)\s+(?:looking|watching|about|around)\b",
    re.IGNORECASE,
)
_SAY = all_forms("say tell admit confess ask".split())
_TOO = frozenset("proud ashamed shy afraid embarrassed frightened scared".split())


def done_unseen(told: Narration) -> Iterator[Concealed]:
    """What somebody does or does not say so that others shall not know.

    Finds:
        Doing something when nobody is looking, secretly; being too proud or ashamed to say.
    Why it holds:
        The words say that somebody takes care that it is not known.
    Misses:
        From whom, which these words leave open. Who holds their tongue may have nothing to hide.

    Example:
        “Because nobody was looking, Ines ate the pear.”: Ines keeps it from everybody.
    """
    text = told.story.document.text
    for found in _NOBODY_LOOKS.finditer(text):
        row = told.rows.row_of(found.end() - 1)
        if told.told[row]:
            yield from _kept(told, _main_verb(told, row))
    for row, word in enumerate(told.words):
        if not told.told[row] or told.asked[row]:
            continue
        if _is_kept_quiet(told, row, word):
            yield from _kept(told, told.heads[row])


def _is_kept_quiet(told: Narration, row: int, word: str) -> bool:
    """Whether the word says that somebody takes care: “secretly”, “too proud to say”."""
    verb = told.heads[row]
    if word == "secretly":
        return told.relations[row] == "advmod" and is_fact(told, verb)
    return word in _TOO and "too" in _beside(told, row) and _is_to_say(told, row)


def _main_verb(told: Narration, row: int) -> int:
    """The verb on which the clause hangs in which nobody looks."""
    for _ in range(3):
        if told.relations[row] == "advcl":
            return told.heads[row]
        row = told.heads[row]
    return row


def _beside(told: Narration, row: int) -> set[str]:
    return {told.words[each] for each in told.hanging(row, "advmod")}


def _is_to_say(told: Narration, row: int) -> bool:
    """“too proud to say so”."""
    return any(told.words[each] in _SAY for each in told.hanging(row, "xcomp", "ccomp", "advcl"))


def _kept(told: Narration, verb: int) -> Iterator[Concealed]:
    keepers = [who for row in subjects_of(told, verb) if (who := told.person(row)) is not None]
    if len(keepers) == 1 and told.told[verb]:
        sentence = told.sentence(verb)
        yield Concealed(
            keepers=frozenset({keepers[0].entity_id}),
            hidden_from=frozenset(),
            about=frozenset(),
            evidence=told.span([sentence.low, max(sentence.low, sentence.high - 1)]),
            confidence=UNSEEN * keepers[0].sure,
        )
