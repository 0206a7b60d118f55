"""Of whom and what people are told, in the narration and in speech."""

import re
from collections.abc import Iterator

from fabula.labels import KnowingHow
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration
from fabula.stages.knowing.acquaintance import Acquaintance
from fabula.stages.knowing.learnt import Learnt
from fabula.story import Mention, Quotation
from fabula.text import Span, covering

_TELL = all_forms("tell inform warn remind".split())
_SHOW = all_forms("show".split())
_TELL_OR_SHOW = _TELL | _SHOW
_NEWS = re.compile(
    r"""\b(?:dead|died|dies|killed|murdered|drowned|alive|married|marrying|engaged|expecting|
    pregnant|arrested|captured|escaped|hurt|wounded|injured|bitten|missing|stolen|stole|betrayed|
    sold|bought|broke|broken|lied|lying|ill|sick)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words for what people tell each other of others as news."""

_UNSURE = re.compile(
    r"\b(?:if|unless|perhaps|maybe|might|would|could|never|not|suppose)\b|n[’']t\b"
)


def told_in_narration(told: Narration) -> Iterator[Learnt]:
    """“She told Tom about Odo”, “Ines showed Tom the key”.

    Finds:
        Whoever is told of, or shown, a person of the cast or a thing that is followed.
    Misses:
        What they are told in a clause: “told Tom that the boat had sunk”.

    Example:
        In “Ines told Tom about the key” Tom knows of the key.
    """
    for row, word in enumerate(told.words):
        if word not in _TELL_OR_SHOW or not is_fact(told, row):
            continue
        objects = told.hanging(row, "dobj", "dative")
        hearers = [person for each in objects if (person := told.person(each)) is not None]
        subjects = told.behind(row, "about", "of") if word in _TELL else told.hanging(row, "dobj")
        for subject in subjects:
            for hearer in hearers[:1]:
                yield from _learns(told, hearer, subject, row)


def _learns(told: Narration, who: Named, subject: int, verb: int) -> Iterator[Learnt]:
    how: KnowingHow = "told" if told.words[verb] in _TELL else "saw"
    evidence = told.span([who.row, verb, subject])
    person, thing = told.person(subject), told.things.get(subject)
    if person is not None:
        sure = who.sure * person.sure
        yield Learnt(who.entity_id, person.entity_id, how, evidence, sure, news=how == "told")
    elif thing is not None:
        chain = told.chains[thing.id].id
        if any(custody.item_id == chain for custody in told.story.items):
            yield Learnt(who.entity_id, chain, how, evidence, who.sure)


def told_in_speech(told: Narration, met: Acquaintance) -> Iterator[Learnt]:
    """Of whom people are told to their face, or in writing.

    Finds:
        Whoever is spoken or written to, where the words name somebody else whom they have not
        met, or tell such news of a person as a death or a wedding.
    Why it holds:
        One who is told something knows of it from then on, be it true or not.
    Misses:
        Those who stand by and hear it; news told in other words.

    Example:
        “Odo is dead,” said Ines to Tom. Tom knows of Odo.
    """
    story = told.story
    lines = {quotation.id: quotation for quotation in story.quotations}
    said = {each.quotation_id: each for each in story.attributions}
    for mention in story.mentions:
        if mention.quotation_id is None or mention.form != "proper":
            continue
        of = told.chains[mention.id].entity_id
        line, by = lines[mention.quotation_id], said.get(mention.quotation_id)
        if of is None or by is None or by.speaker_id in {None, of} or of in by.addressee_ids:
            continue
        if _is_called(story.document.text, mention):
            continue
        evidence = _statement(told, mention, line)
        if evidence is not None and line.kind != "thought":
            how: KnowingHow = "read" if line.kind == "writing" else "told"
            news = _is_news(story.document[evidence])
            for who in by.addressee_ids:
                if news or not met.have_met(who, of, line.start):
                    yield Learnt(who, of, how, evidence, by.confidence, news=news)


def doings_told_of(told: Narration) -> Iterator[Learnt]:
    """Of whose doings and whereabouts people are told to their face, or in writing.

    Finds:
        Whoever is spoken or written to, where somebody else is the subject of a statement: “he's
        in hospital”. They may have known them for years; here they are told of them.
    Misses:
        Questions, suppositions, denials; what is told of a thing.

    Example:
        “Odo's at the mill,” said Ines to Tom. Tom is told of Odo.
    """
    story = told.story
    lines = {quotation.id: quotation for quotation in story.quotations}
    said = {each.quotation_id: each for each in story.attributions}
    speech = told.in_speech()
    for mention in story.mentions:
        by = None if mention.quotation_id is None else said.get(mention.quotation_id)
        row = told.rows.row_of(mention.head.start)
        of = told.people.get(row)
        if by is None or of is None or by.speaker_id in {None, of.entity_id}:
            continue
        verb = told.heads[row]
        line = lines[by.quotation_id]
        if told.relations[row] != "nsubj" and told.words[row] not in _CONTRACTED:
            continue
        if line.kind == "thought" or not is_fact(speech, verb):
            continue
        evidence = (
            None if _is_called(story.document.text, mention) else _statement(told, mention, line)
        )
        if evidence is None or _UNSURE.search(story.document[evidence]):
            continue
        how: KnowingHow = "read" if line.kind == "writing" else "told"
        for who in by.addressee_ids:
            if who != of.entity_id:
                yield Learnt(who, of.entity_id, how, evidence, of.sure * by.confidence)


_CONTRACTED = frozenset({"he's", "she's"})


def things_told_of(told: Narration) -> Iterator[Learnt]:
    """Of which things people are told to their face, or in writing.

    Finds:
        Whoever is spoken or written to, where a statement names a thing whose custody is followed.
    Why it holds:
        One who is told of a thing knows of it from then on.
    Misses:
        Things that nobody ever holds.

    Example:
        “There's a key under the mat,” said Ines to Tom. Tom knows of the key.
    """
    story = told.story
    lines = {quotation.id: quotation for quotation in story.quotations}
    said = {each.quotation_id: each for each in story.attributions}
    followed = {custody.item_id for custody in story.items}
    for mention in told.things.values():
        by = None if mention.quotation_id is None else said.get(mention.quotation_id)
        chain = told.chains[mention.id].id
        if by is None or by.speaker_id is None or chain not in followed:
            continue
        line = lines[by.quotation_id]
        evidence = None if mention.form == "pronominal" else _statement(told, mention, line)
        if evidence is not None and line.kind != "thought":
            how: KnowingHow = "read" if line.kind == "writing" else "told"
            for who in by.addressee_ids:
                yield Learnt(who, chain, how, evidence, by.confidence)


def _is_called(text: str, mention: Mention) -> bool:
    """Whether a name is set off on both sides, as that of one spoken to is: “Go, Tom!”."""
    before = text[max(mention.start - 4, 0) : mention.start].rstrip()[-1:]
    behind = text[mention.end : mention.end + 1]
    return not before.isalnum() and behind in _MARKS and text[mention.start].isupper()


_MARKS = frozenset(",.!?…")


def _is_news(words: str) -> bool:
    return _NEWS.search(words) is not None and not _UNSURE.search(words)


def _statement(told: Narration, mention: Mention, line: Quotation) -> Span | None:
    """The part of the sentence that is said, if it is no question."""
    text = told.story.document.text
    part = covering(line.parts, mention.start)
    if part is None:
        return None
    start, end = part.start, part.end
    for place in range(mention.start, part.start, -1):
        if text[place - 1] in _ENDS:
            start = place
            break
    for place in range(mention.end, part.end):
        if text[place] in _ENDS:
            end = place + 1
            break
    while not (text[start].isalnum() or start == mention.start):
        start += 1
    return None if text[end - 1] == "?" else Span(start, end)


_ENDS = frozenset(".!?…")
