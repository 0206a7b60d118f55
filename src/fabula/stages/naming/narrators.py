"""Who says “I” in the narration, or is “you” to it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct, structs

from fabula.labels import Person, TellingReason
from fabula.lexicon.pronouns import NARRATOR, PRONOUNS, YOU, Agreement
from fabula.stages.naming.casting import Found
from fabula.stages.naming.teller_labels import IN_WORDS, LabelKind
from fabula.stages.naming.told_sections import Section, read_sections, together
from fabula.stages.telling.person import person_of, person_of_scene
from fabula.story import Alias, Entity, EntityId, Story, Telling
from fabula.text import Span

ADDRESS = "address"
"""The reason of “you” as another name of whoever is called by one."""

LEAST_CALLED = 3
"""A name by which others call the narrator is called at least this often …"""

CALLED_SHARE = 0.06
"""… and this part of all that anyone is called by name: three calls are few in a whole novel, …"""

CALLED_OVER = 0.1
"""… over this part of the story at least: who is called in one scene only is somebody in it; …"""

NARRATED_SHARE = 0.25
"""… and hardly stands in the narration, where it is “I”: at most this part of its uses."""

SHORT = 50_000
"""Characters of a story, or a part of one, so short that the narrator may be called only once."""

TOLD_PER_I = 0.1
"""Whoever is named in the narration more than once for ten “I” does not tell it, …"""

TOLD_BY_LABEL = 0.25
"""… or more than once for four if a heading gives it to them in words: names are misread, too."""

LEAST_VOICES = 2
"""People who tell under their bare names: a single such heading says what its chapter is about."""

LEAST_TOLD = 3
"""Fewer uses in the narration may be a signature, a title, or a name read wrongly."""

FEW_WORDS = 100
"""So few outside quotation marks in what is headed as a letter: it stands in the marks."""

LEAST_UNLABELLED = 0.2
"""The nameless tell so much of what is told in the first person: less is a note or a cutting."""

CONFIDENCES: Mapping[TellingReason, float] = MappingProxyType(
    {"label": 0.95, "signature": 0.9, "called": 0.9, "alone": 0.8}
)
"""Set by hand: take them as an order."""


class _Teller(Struct, frozen=True):
    """Who tells a section, by the place in the cast, and why; None for the nameless narrator."""

    person: int | None
    reason: TellingReason
    evidence: Span | None = None


def find_narrators(story: Story, everyone: Sequence[Found]) -> list[Found]:
    """The cast with its narrators, or with the “you” of whom the story tells.

    Finds:
        In first-person stories, and in the parts of others that are told so, whom the heading
        names, whose name is signed, or by which name people call someone whom the narration hardly
        ever names. Else an unnamed narrator. In second-person stories, an unnamed “you”, who does
        not narrate.
    Why it holds:
        A narrator is “I” to themselves and has a name only in the mouths of others, and books of
        several voices say at the head of each whose it is.
    Misses:
        Voices that take turns without headings, unless one is named in the other's part; one who
        is never called by name stays unnamed.

    Example:
        “Come, Brook!” three times, and never “Brook ran”: Brook tells the story.
    """
    people = [found.entity for found in everyone]
    sections = read_sections(story, people)
    person = _person(sections)
    if person == "second":
        return _with_you(story, everyone, _called(sections))
    tellers = _tellers(sections, person)
    chosen = {teller.person for teller in tellers if teller is not None}
    flagged = [
        Found(found.first, structs.replace(found.entity, narrator=True))
        if place in chosen
        else found
        for place, found in enumerate(everyone)
    ]
    if None not in chosen:
        return flagged
    narrator = Entity(id=EntityId("e0"), name=NARRATOR, named=False, narrator=True)
    return [Found(_first_pronoun(story, "I"), narrator), *flagged]


def _with_you(story: Story, everyone: Sequence[Found], called: int | None) -> list[Found]:
    """The cast with the “you” of whom the story tells, who may be called by a name."""
    first = _first_pronoun(story, "you")
    if called is None:
        return [Found(first, Entity(id=EntityId("e0"), name=YOU, named=False)), *everyone]
    entity = everyone[called].entity
    aliases = (*entity.aliases, Alias(name=YOU, reason=ADDRESS))
    you = Found(min(first, everyone[called].first), structs.replace(entity, aliases=aliases))
    return [*everyone[:called], you, *everyone[called + 1 :]]


def find_tellings(story: Story, cast: Sequence[Entity]) -> list[Telling]:
    """Which narrator of the cast tells which stretch of the story, in text order.

    Where one person tells the whole story it is one stretch. Stretches of the third person, and
    those whose “I” is nobody known, are left out.
    """
    narrators = [entity for entity in cast if entity.narrator]
    if not narrators:
        return []
    sections = read_sections(story, narrators)
    person = _person(sections)
    last = narrators[0].id if len(narrators) == 1 else None
    nameless = next((each.id for each in narrators if not each.named), last)
    found = []
    for section, teller in zip(sections, _tellers(sections, person), strict=True):
        narrator = None
        if teller is not None:
            narrator = nameless if teller.person is None else narrators[teller.person].id
        found.append((section, teller, narrator))
    if person == "first" and {narrator for *_, narrator in found} <= {None, last}:
        return [_telling(0, len(story.document.text), "alone", None, narrators[0].id)]
    return _merged(
        _telling(section.start, section.end, teller.reason, teller.evidence, narrator)
        for section, teller, narrator in found
        if teller is not None and narrator is not None
    )


def _merged(tellings: Iterable[Telling]) -> list[Telling]:
    """Stretches that touch and have one narrator for one reason as one, each heading by itself."""
    merged: list[Telling] = []
    for each in tellings:
        last = merged[-1] if merged else None
        if (
            last is not None
            and last.end == each.start
            and last == structs.replace(each, start=last.start, end=last.end)
        ):
            merged[-1] = structs.replace(last, end=each.end)
        else:
            merged.append(each)
    return merged


def _telling(
    start: int, end: int, reason: TellingReason, evidence: Span | None, narrator: EntityId
) -> Telling:
    return Telling(
        start=start,
        end=end,
        narrator_id=narrator,
        reason=reason,
        evidence=evidence,
        confidence=CONFIDENCES[reason],
    )


def _tellers(sections: Sequence[Section], story: Person | None) -> list[_Teller | None]:
    """Who tells each section; None for those of the third person, and where it is not known."""
    told = [person_of_scene(section.pronouns, story) == "first" for section in sections]
    found = _labelled(sections, told)
    if story != "first":
        return found
    rest = [n for n, first in enumerate(told) if first and found[n] is None]
    words = sum(sections[n].pronouns.words for n in rest)
    everything = sum(section.pronouns.words for n, section in enumerate(sections) if told[n])
    if not rest or words < LEAST_UNLABELLED * everything:
        return found
    default = _called([sections[n] for n in rest])
    if default is None:
        default = _diarist(sections, found, rest)
    for n in rest:
        if default is None or _fits(sections[n], default):
            found[n] = _Teller(default, "alone" if default is None else "called")
        else:
            other = _called([sections[n]])
            found[n] = None if other is None else _Teller(other, "called")
    return found


def _diarist(
    sections: Sequence[Section], found: Sequence[_Teller | None], rest: Sequence[int]
) -> int | None:
    """The only one whose account it is by a heading: a letter pasted into a diary ends no diary."""
    writers: dict[LabelKind, set[int | None]] = defaultdict(set)
    for section, teller in zip(sections, found, strict=True):
        if teller is not None and teller.reason == "label" and section.label is not None:
            writers[section.label.kind].add(teller.person)
    if len(writers["account"]) != 1 or writers["view"] or writers["name"]:
        return None
    (writer,) = writers["account"]
    fits = writer is not None and all(_fits(sections[n], writer) for n in rest)
    return writer if fits else None


def _labelled(sections: Sequence[Section], told: Sequence[bool]) -> list[_Teller | None]:
    """Who tells the sections that are headed or signed by somebody."""
    found = [_named_by(section, first=first) for section, first in zip(sections, told, strict=True)]
    bare = [
        number
        for number, (section, teller) in enumerate(zip(sections, found, strict=True))
        if teller is not None
        and teller.reason == "label"
        and section.label is not None
        and section.label.kind not in IN_WORDS
    ]
    voices = {section.teller for section in (sections[number] for number in bare)}
    if len(voices) < LEAST_VOICES:
        for number in bare:
            found[number] = None
    return found


def _named_by(section: Section, *, first: bool) -> _Teller | None:
    """Whom the heading of a section names, or who signs it."""
    label = section.label
    quoted = label is not None and label.kind == "letter" and section.pronouns.words < FEW_WORDS
    if not quoted and not (first and section.pronouns.first):
        return None
    share = TOLD_BY_LABEL if label is not None and label.kind in IN_WORDS else TOLD_PER_I
    if label is not None and section.teller is not None and _fits(section, section.teller, share):
        return _Teller(section.teller, "label", Span(label.start, label.end))
    if section.signed is not None and _fits(section, section.signed):
        return _Teller(section.signed, "signature", section.signature)
    return None


def _fits(section: Section, person: int, share: float = TOLD_PER_I) -> bool:
    """Whether the narration hardly names this person, as it does not name its narrator."""
    told = section.told[person]
    return told < LEAST_TOLD or told <= share * section.pronouns.first


def _called(sections: Sequence[Section]) -> int | None:
    """Who says their name in these sections, or is called by it and hardly ever told of."""
    introduced = sum((section.introduced for section in sections), Counter[int]())
    for person, _ in introduced.most_common():
        if all(_fits(section, person) for section in sections):
            return person
    calls: Counter[int] = Counter()
    answered: Counter[int] = Counter()
    told: Counter[int] = Counter()
    for section in sections:
        calls.update({person: len(places) for person, places in section.calls.items()})
        answered.update(section.answered)
        told.update(section.told)
    length = sum(section.end - section.start for section in sections)
    over = {
        person: _reach([at for section in sections for at in section.calls[person]])
        for person in calls
    }
    fitting = [
        person
        for person, times in calls.items()
        if over[person] >= CALLED_OVER * length
        and told[person] <= NARRATED_SHARE * (times + told[person])
    ]
    best = max(fitting, key=lambda person: (calls[person], -person), default=None)
    if best is not None and calls[best] >= max(LEAST_CALLED, CALLED_SHARE * calls.total()):
        return best
    return _answering(answered, calls, told) if length <= SHORT else None


def _answering(answered: Counter[int], calls: Counter[int], told: Counter[int]) -> int | None:
    """In a short story, whoever is called beside an “I” and never told of, if it is one alone.

    In one that is told to a “you” it is whoever is called beside a “you”.
    """
    signs = {who: (times, calls[who]) for who, times in answered.items() if times and not told[who]}
    likeliest = [who for who, sign in signs.items() if sign == max(signs.values())]
    return likeliest[0] if len(likeliest) == 1 else None


def _reach(offsets: Sequence[int]) -> int:
    return max(offsets, default=0) - min(offsets, default=0)


def _first_pronoun(story: Story, agreement: Agreement) -> int:
    narrated = (
        mention
        for mention in story.mentions
        if mention.form == "pronominal" and mention.quotation_id is None
    )
    for mention in narrated:
        known = PRONOUNS.get(story.document[mention].lower())
        if known is not None and known.agreement == agreement:
            return mention.start
    return 0


def _person(sections: Sequence[Section]) -> Person | None:
    """The person of the whole, which is the first only if most of it is told so."""
    person = person_of(together([section.pronouns for section in sections]))
    words = sum(section.pronouns.words for section in sections)
    first = sum(
        section.pronouns.words for section in sections if person_of(section.pronouns) == "first"
    )
    return "third" if person == "first" and 2 * first < words else person
