"""Places where the text gives somebody a name: “I'm Wilkin,” said the boy."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from fabula.lexicon.titles import title
from fabula.stages.linking.asked_names import the_one_asked
from fabula.stages.linking.linker import Decision
from fabula.stages.linking.own_names import gives_name_when_asked, says_own_name
from fabula.story import Story

_REACH = 64
"""Characters before a name in which the words stand that give it to somebody."""

_TO_NAME = re.compile(
    r"""(?:,?\s(?:who\s)?(?:is|was|were|had\sbeen|has\sbeen)\s(?:called|named|known\sas)
    |(?:\sof\s[^.,;:!?“”"]{1,30})?,?\s(?:called|named|by\sname)
    |['’]s\sname(?:['’]s|\s(?:is|was|had\sbeen))
    |\sname(?:['’]s|\s(?:is|was|had\sbeen))
    |,?\swhose\sname\s(?:is|was)
    |,?\s(?:who\s)?(?:turned\sout|proved|was\sfound|revealed\s(?:him|her|them)self)\sto\sbe
    |\s(?:is|was)(?:\snone\sother\sthan|\sone
        |\s(?:my|his|her|their|our|\w+['’]s)\s(?:\w+\s){0,2}[a-z]+,?)?
    |,\sone
    )\s+[“‘"'*]?""",
    re.VERBOSE,
)
"""Between somebody described and the name."""

_TO_TITLE = re.compile(r"(?:\s(?:is|was)|,)\san?\s+")
"""Between somebody described and a name with a title: “the surgeon, a Dr. Brook,”."""

_IT_IS = re.compile(r"(?:^|[.!?…—”’\"]\s+)(?:It|This|That)\s(?:is|was)\s(?:[^.!?;:,]{1,40},\s)?$")
_BADGE = re.compile(
    r"\b(?:badge|name[- ]?tag|label)\b[^.!?]{0,24}"
    r"\b(?:says?|said|saying|reads?|reading)\s[“‘\"'*]?$"
)
_NAMED = re.compile(r"name(?:['’]s|\s\w+(?:\sbeen)?)\s+[“‘\"'*]?$")
_GOES_ON = re.compile(r"\s(?:and|but)\s")
"""What may follow “her name was Ada”, where nothing but a name can stand."""

_ENDS = frozenset(".,;!:—–)”\"'’*")
"""What follows a name that ends its clause: not “It was Tom who …”, not “I'm Tom?”."""

_SENTENCES_BACK = 2
"""“It was Tom.” tells who the stranger of the last sentences is."""

CONVERSATION = 6
"""Paragraphs before and after a line in which the one spoken to is looked for."""


class Naming(Struct, frozen=True):
    """A name and the mention of the one who is given it, as places in the list of decisions."""

    name: int
    described: int


def find_namings(story: Story, decisions: Sequence[Decision]) -> Iterator[Naming]:
    """Where somebody is given a name.

    Finds:
        Those who say their name, whoever the cue or the deed beside the quotation tells of;
        “the girl was called Ada”, “her name was Ada”, “the stranger turned out to be Ada”,
        “It was Ada.” after somebody described, and the name on a badge.
    Why it holds:
        These are the forms in which English brings a name and a person together.
    Misses:
        Introductions by a third person, who points at somebody with a look only.

    Example:
        “I'm Wilkin,” said the boy.: the boy is Wilkin.
    """
    speakers = find_speakers(decisions)
    text = story.document.text
    for index, decision in enumerate(decisions):
        if decision.place.mention.form != "proper" or decision.meant is None:
            continue
        found = (
            _told(text, decisions, index)
            if decision.place.narrated
            else _said(text, decisions, index, speakers)
        )
        if found is not None and found != index:
            yield Naming(index, found)


def _said(
    text: str, decisions: Sequence[Decision], index: int, speakers: dict[int, int]
) -> int | None:
    """The one who says their own name, or gives it when asked."""
    place = decisions[index].place
    if says_own_name(text, place.mention):
        return speakers.get(place.paragraph)
    if gives_name_when_asked(text, place.mention):
        return the_one_asked(decisions, index, speakers)
    return None


def _told(text: str, decisions: Sequence[Decision], index: int) -> int | None:
    """The one to whom the narrator gives the name."""
    mention = decisions[index].place.mention
    before = text[max(mention.start - _REACH, 0) : mention.start]
    ends = text[mention.end : mention.end + 1] in _ENDS
    goes_on = _NAMED.search(before) and _GOES_ON.match(text, mention.end)
    if not (ends or goes_on) or text[mention.end : mention.end + 2] in {"’s", "'s"}:
        return None
    it_is = _IT_IS.search(before)
    if it_is is not None:
        return _last_unknown(decisions, index, mention.start - len(before) + it_is.start())
    if _BADGE.search(before):
        return _subject(decisions, index)
    titled = title(decisions[index].place.text.partition(" ")[0]) is not None
    for earlier in range(index - 1, max(index - 5, -1), -1):
        other = decisions[earlier].place.mention
        if other.end > mention.start or other.form == "proper":
            continue
        if _TO_NAME.fullmatch(text, other.end, mention.start) is not None:
            return _nameless(decisions, index, earlier)
        if titled and _TO_TITLE.fullmatch(text, other.end, mention.start) is not None:
            return earlier
    return None


def _nameless(decisions: Sequence[Decision], index: int, pronoun: int) -> int:
    """Of “his name was Tom” the one described whom “his” may mean: a subject before another.

    Nobody gets a name who has one: a “his” that was read so is somebody else's.
    """
    decision = decisions[pronoun]
    if decision.place.pronoun is None or decision.meant is None or not decision.meant.person.named:
        return pronoun
    agreement, here = decision.place.pronoun.agreement, decisions[index].place
    fitting: list[int] = []
    for earlier in range(pronoun - 1, -1, -1):
        place, phrase = decisions[earlier].place, decisions[earlier].phrase
        if place.sentence < here.sentence - _SENTENCES_BACK:
            break
        if phrase is None or not place.narrated or phrase.plural:
            continue
        if phrase.reference in {"definite", "new"} and phrase.pronoun in {None, agreement}:
            fitting.append(earlier)
    subjects = (earlier for earlier in fitting if decisions[earlier].place.subject)
    return next(subjects, fitting[0] if fitting else pronoun)


def _last_unknown(decisions: Sequence[Decision], index: int, until: int) -> int | None:
    """The last person described before `until`, in these sentences, who is nobody in the cast."""
    sentence = decisions[index].place.sentence
    for earlier in range(index - 1, -1, -1):
        decision = decisions[earlier]
        if decision.place.sentence < sentence - _SENTENCES_BACK:
            return None
        if decision.place.mention.start > until:
            continue
        if not decision.place.narrated or decision.meant is None:
            continue
        person = decision.meant.person
        if not person.in_cast and not person.group:
            return earlier
    return None


def _subject(decisions: Sequence[Decision], index: int) -> int | None:
    """The first subject of the sentence."""
    sentence = decisions[index].place.sentence
    found = None
    for earlier in range(index - 1, -1, -1):
        place = decisions[earlier].place
        if place.sentence != sentence:
            return found
        if place.subject:
            found = earlier
    return found


def find_calls(decisions: Sequence[Decision]) -> Iterator[Naming]:
    """Names by which somebody is called, with the one who seems to be spoken to.

    Finds:
        Whoever speaks in the paragraph before or after, else within a few paragraphs, if that is
        one person and not the caller.
    Why it holds:
        People answer each other, and call by name the one they answer.
    Misses:
        Somebody third who is called in between.

    Example:
        In “Are you coming?” said the boy. “Yes, Wilkin,” said Ada.: Wilkin may be the boy.
    """
    speakers = find_speakers(decisions)
    told = _told_of(decisions)
    for index, decision in enumerate(decisions):
        place = decision.place
        if place.mention.form != "proper" or not place.called or decision.meant is None:
            continue
        spoken_to = _partner(decisions, speakers, told, place.paragraph)
        if spoken_to is not None:
            yield Naming(index, spoken_to)


def _told_of(decisions: Sequence[Decision]) -> Mapping[int, Mapping[str, int]]:
    """Whom the narrator mentions in each paragraph, with the first mention of each."""
    told: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for index, decision in enumerate(decisions):
        if decision.place.narrated and decision.meant is not None:
            told[decision.place.paragraph].setdefault(decision.meant.person.key, index)
    return told


def _partner(
    decisions: Sequence[Decision],
    speakers: Mapping[int, int],
    told: Mapping[int, Mapping[str, int]],
    paragraph: int,
) -> int | None:
    """Who talks with the one who speaks in a paragraph.

    The one who speaks right beside, or is told of beside the quotation, or is the next to speak
    within some paragraphs.
    """
    here = _key(decisions, speakers.get(paragraph))
    if here is None:
        return _answers(decisions, speakers, paragraph + 1)
    for others in (
        _speaking(decisions, speakers, paragraph, 1),
        told.get(paragraph, {}),
        *(_speaking(decisions, speakers, paragraph, n) for n in range(2, CONVERSATION + 1)),
    ):
        beside = {key: index for key, index in others.items() if key != here}
        if beside:
            return next(iter(beside.values())) if len(beside) == 1 else None
    return None


def _answers(
    decisions: Sequence[Decision], speakers: Mapping[int, int], paragraph: int
) -> int | None:
    """Who answers a call of nobody knows whom: by a cue, and by a description alone.

    Somebody with a name may be a third who joins in; “said the mate” is told of for the call.
    """
    answers = speakers.get(paragraph)
    if answers is None or not decisions[answers].place.speaks:
        return None
    return answers if decisions[answers].phrase is not None else None


def _speaking(
    decisions: Sequence[Decision], speakers: Mapping[int, int], paragraph: int, reach: int
) -> Mapping[str, int]:
    """Who speaks so many paragraphs before and after."""
    found: dict[str, int] = {}
    for near in range(paragraph - reach, paragraph + reach + 1):
        speaker = speakers.get(near)
        key = _key(decisions, speaker)
        if speaker is not None and key is not None:
            found.setdefault(key, speaker)
    return found


def _key(decisions: Sequence[Decision], index: int | None) -> str | None:
    meant = None if index is None else decisions[index].meant
    return None if meant is None else meant.person.key


def find_speakers(decisions: Sequence[Decision]) -> dict[int, int]:
    """Who speaks in a paragraph: by its cue or its only deed, and by turns.

    A “he” beside the quotation is whoever spoke two lines before, if that person may be “he”:
    before the encoder is heard, turns tell more than the last name does.
    """
    cues: dict[int, int] = {}
    deeds: defaultdict[int, dict[str, int]] = defaultdict(dict)
    spoken: set[int] = set()
    for index, decision in enumerate(decisions):
        place, meant = decision.place, decision.meant
        if not place.narrated:
            spoken.add(place.paragraph)
        elif place.speaks and meant is not None:
            cues.setdefault(place.paragraph, index)
        elif place.subject and meant is not None:
            deeds[place.paragraph].setdefault(meant.person.key, index)
    speakers: dict[int, int] = {}
    for paragraph in sorted(spoken | cues.keys()):
        speaker = cues.get(paragraph)
        if speaker is None and len(deeds[paragraph]) == 1:
            (speaker,) = deeds[paragraph].values()
        by_turn = _two_lines_before(decisions, speakers, paragraph)
        if speaker is None or (by_turn is not None and _takes_up(decisions, speaker, by_turn)):
            speaker = by_turn
        if speaker is not None:
            speakers[paragraph] = speaker
    return speakers


def _two_lines_before(
    decisions: Sequence[Decision], speakers: Mapping[int, int], paragraph: int
) -> int | None:
    last, before = speakers.get(paragraph - 1), speakers.get(paragraph - 2)
    if last is None or before is None:
        return None
    one, other = decisions[last].meant, decisions[before].meant
    return before if one and other and one.person.key != other.person.key else None


def _takes_up(decisions: Sequence[Decision], index: int, earlier: int) -> bool:
    """Whether a pronoun may mean the one of an earlier mention."""
    pronoun, meant = decisions[index].place.pronoun, decisions[earlier].meant
    if pronoun is None or meant is None:
        return False
    return meant.person.pronoun in {None, pronoun.agreement}
