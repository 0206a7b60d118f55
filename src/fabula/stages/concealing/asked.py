"""What people who talk ask each other to keep to themselves: “Don't tell Nell”."""

from collections.abc import Iterator

from msgspec import Struct

from fabula.lexicon.verb_forms import all_forms
from fabula.stages.clauses.narration import Named, Narration
from fabula.stages.concealing.claims import Concealed
from fabula.stages.concealing.hearers import TELLING, Hearers, about, is_denied
from fabula.story import ChainId, EntityId
from fabula.text import Span

ASKED = 0.85
"""Whoever is asked not to tell is taken to heed it; some do not."""

_LET = frozenset({"let"})
_LEARN = all_forms("know learn hear suspect see find".split())
_MUST = frozenset("must can can't cannot mustn't may should shouldn't".split())
_THIS = frozenset("this it that".split())
_IFS = frozenset("if unless".split())
_TELL = frozenset("tell mention show confess admit breathe reveal".split())
_ARE = frozenset({"are", "re"})
_WILL = frozenset("will won't shall shan't 'll".split())
_SHALL = frozenset("'ll will shall".split())


class _Line(Struct, frozen=True):
    """A part of a line of speech: its rows (`high` included), who says it and to whom."""

    low: int
    high: int
    speaker: EntityId
    hearers: frozenset[EntityId]
    confidence: float


def asked_to_keep(said: Narration) -> Iterator[Concealed]:
    """What a speaker asks to be kept from others, or shares as a secret.

    Finds:
        “Don't tell Tom”, “You mustn't tell anybody”, “You're not to tell Tom”, “I won't tell
        anybody”, “Don't let Tom know”, “Tom must never know”;
        “If you tell Tom I'll …”; “It's a secret”, “our secret”, “not a word to Tom”,
        “between ourselves”.
    Why it holds:
        Whoever asks this knows it, and so does, from then on, whoever is asked.
    Misses:
        What the secret is, where the words before say it.

    Example:
        “Don't tell Tom about the cake,” said Ines to Odo. Ines and Odo keep something about
        the cake from Tom.
    """
    for line in _lines(said):
        for row in range(line.low, line.high + 1):
            if said.asked[row]:
                continue
            if said.words[row] in TELLING:
                yield from _not_to_tell(said, row, line)
            elif said.words[row] in _LEARN:
                yield from _not_to_learn(said, row, line)
            elif said.words[row] == "secret":
                yield from _shared(said, row, line)
            elif said.words[row] in {"word", "between"}:
                yield from _between_ourselves(said, row, line)


def _lines(said: Narration) -> Iterator[_Line]:
    by = {each.quotation_id: each for each in said.story.attributions}
    for quotation in said.story.quotations:
        told = by.get(quotation.id)
        if told is None or told.speaker_id is None or quotation.kind == "thought":
            continue
        for part in quotation.parts:
            yield _Line(
                low=said.rows.row_of(part.start),
                high=said.rows.row_of(part.end - 1),
                speaker=told.speaker_id,
                hearers=frozenset(told.addressee_ids),
                confidence=told.confidence,
            )


def _not_to_tell(said: Narration, verb: int, line: _Line) -> Iterator[Concealed]:
    """“Don't tell Tom”: without a subject, or with “you” or “we” and “mustn't” or “won't”."""
    hearers = Hearers(said, verb)
    if _is_threat(said, verb) and hearers:
        about_it = about(said, verb, hearers)
        yield from _secret(said, line, [*hearers.people.values()], about_it, [verb, *hearers.rows])
    if not hearers or said.words[verb] not in _TELL or _is_supposed(said, verb):
        return
    subjects = {said.words[row] for row in said.hanging(verb, "nsubj")}
    ordered = is_denied(said, verb) and not subjects - {"you", "we"}
    if ordered or _is_forbidden(said, verb) or _is_promised(said, verb):
        about_it = about(said, verb, hearers)
        yield from _secret(said, line, [*hearers.people.values()], about_it, [verb, *hearers.rows])


def _is_forbidden(said: Narration, verb: int) -> bool:
    """“You're not to tell Tom”, “you are never to tell Tom”."""
    above = said.heads[verb]
    to = any(said.words[each] == "to" for each in said.hanging(verb, "aux"))
    subjects = {said.words[row].split("'")[0] for row in (above, *said.hanging(above, "nsubj"))}
    being = said.words[above].split("'")[-1] in _ARE
    denied = is_denied(said, above) or is_denied(said, verb)
    return to and being and denied and "you" in subjects


def _is_promised(said: Narration, verb: int) -> bool:
    """“I won't tell Tom”, “I'll never tell anybody”, “I promise not to tell”."""
    subjects = {said.words[row].split("'")[0] for row in said.hanging(verb, "nsubj")}
    helpers = {said.words[row] for row in said.hanging(verb, "aux")}
    fused = any(said.words[row].endswith("'ll") for row in said.hanging(verb, "nsubj"))
    willing = fused or bool(helpers & _WILL)
    return is_denied(said, verb) and willing and bool(subjects) and subjects <= {"i", "we"}


def _is_threat(said: Narration, verb: int) -> bool:
    """“If you tell Tom I'll never speak to you again”: what is threatened for is not to be."""
    subjects = {said.words[row] for row in said.hanging(verb, "nsubj")}
    above = said.heads[verb]
    helpers = {said.words[row] for row in said.hanging(above, "aux")}
    fused = {said.words[row] for row in said.hanging(above, "nsubj")}
    mine = bool(helpers & _SHALL) or any(word.endswith("'ll") for word in fused)
    conditional = said.relations[verb] == "advcl" and subjects == {"you"}
    return conditional and _is_supposed(said, verb) and mine and not is_denied(said, verb)


def _not_to_learn(said: Narration, verb: int, line: _Line) -> Iterator[Concealed]:
    """“Tom must never know”, “Don't let Tom find out”."""
    subjects = said.hanging(verb, "nsubj")
    above = said.heads[verb]
    must = any(said.words[each] in _MUST for each in said.hanging(verb, "aux"))
    let = said.words[above] in _LET and is_denied(said, above)
    if let and not subjects:
        subjects = said.hanging(above, "dobj")
    if _is_supposed(said, verb) or not (let or (must and is_denied(said, verb))):
        return
    people = [who for row in subjects if (who := said.person(row)) is not None]
    objects = {said.words[row] for row in said.hanging(verb, "dobj")}
    of_it = objects & _THIS or said.hanging(verb, "ccomp") or said.behind(verb, "of", "about")
    seen = said.words[verb] in {"see", "hear"} and not of_it
    found = said.words[verb] == "find" and "out" not in said.words[verb + 1 : verb + 3]
    if people and not seen and not found:
        rows = [verb, *(who.row for who in people)]
        yield from _secret(said, line, people, frozenset(), rows)


def _shared(said: Narration, row: int, line: _Line) -> Iterator[Concealed]:
    """“It's a secret”, “our secret”: nobody else is to know."""
    ours = any(said.words[each] in {"our", "my"} for each in said.hanging(row, "poss"))
    verb = said.heads[row]
    # in “it's a secret” one token is both subject and verb
    subjects = {said.words[each].split("'")[0] for each in (verb, *said.hanging(verb, "nsubj"))}
    this = said.relations[row] == "attr" and bool(subjects & _THIS)
    if (ours or this) and not is_denied(said, verb) and not _is_supposed(said, verb):
        yield from _secret(said, line, [], frozenset(), [row])


def _between_ourselves(said: Narration, row: int, line: _Line) -> Iterator[Concealed]:
    """“Not a word to Tom”, “if you say one word to Tom I'll …”, “this is between us”."""
    if said.words[row] == "between":
        if _is_private(said, row):
            yield from _secret(said, line, [], frozenset(), [row])
        return
    verb = said.heads[row]
    threat = said.relations[row] == "dobj" and _is_threat(said, verb)
    if threat or _is_not_a_word(said, row, line):
        rows = said.behind(row, "to") or (said.behind(verb, "to") if threat else [])
        people = [who for each in rows if (who := said.person(each)) is not None]
        if people or not rows:
            of = frozenset(
                who.entity_id
                for each in said.behind(row, "of", "about")
                if (who := said.person(each)) is not None
            )
            yield from _secret(said, line, people, of, [row, *rows])


def _is_private(said: Narration, row: int) -> bool:
    """“this is between us”, “between ourselves”; not “a likeness between us”."""
    with_whom = {said.words[each] for each in said.hanging(row, "pobj")}
    verb = said.heads[row]
    subjects = {said.words[each] for each in (verb, *said.hanging(verb, "nsubj"))}
    this = {word.split("'")[0] for word in subjects} & _THIS
    return "ourselves" in with_whom or bool("us" in with_whom and this)


def _is_not_a_word(said: Narration, row: int, line: _Line) -> bool:
    """“Not a word to Tom” as a sentence of its own; “he said not a word” asks for nothing."""
    first = max(said.sentence(row).low, line.low)
    before = [word for word in said.words[first:row] if word.isalpha()]
    told = said.hanging(row, "relcl", "acl") or said.relations[row] in {"nsubj", "nsubjpass"}
    return before == ["not", "a"] and not told


def _is_supposed(said: Narration, verb: int) -> bool:
    return any(said.words[each] in _IFS for each in said.hanging(verb, "mark"))


def _secret(
    said: Narration,
    line: _Line,
    hidden_from: list[Named],
    about_it: frozenset[EntityId | ChainId],
    rows: list[int],
) -> Iterator[Concealed]:
    """A secret of those who talk; none if it is to be kept from one of them."""
    keepers = line.hearers | {line.speaker}
    kept_from = frozenset(who.entity_id for who in hidden_from)
    if not kept_from & keepers:
        yield Concealed(
            keepers=keepers,
            hidden_from=kept_from,
            about=about_it - kept_from,
            evidence=_evidence(said, line, rows),
            confidence=ASKED * line.confidence * min((who.sure for who in hidden_from), default=1),
        )


def _evidence(said: Narration, line: _Line, rows: list[int]) -> Span:
    """The sentence around the words, as far as the line goes."""
    sentence = said.sentence(rows[0])
    low, high = max(sentence.low, line.low), min(sentence.high - 1, line.high)
    return said.span([*rows, low, max(low, high)])
