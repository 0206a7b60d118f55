"""Captors who say “You're under arrest” to the face of whom they take."""

import re
from collections.abc import Iterator

from fabula.stages.relating.claims import Claim
from fabula.stages.relating.people import People
from fabula.text import Span

SAID_SO = 0.8
"""Whoever arrests somebody mostly has them, at least for a while; who is spoken to is a guess."""

_ARREST = re.compile(
    r"\byou(?:['’]re| are)(?: all)? under arrest\b"
    r"|\bi(?:['’]m| am) arresting you\b|\bi arrest you\b"
    r"|\byou(?:['’]re| are) (?:now )?(?:my|our) (?:prisoner|captive|hostage)\b",
    re.IGNORECASE,
)


def arrests_said(people: People) -> Iterator[Claim]:
    """Who arrests whom by saying so.

    Finds:
        “You're under arrest”, “I arrest you”, “you are my prisoner”, said to one person.
    Why it holds:
        To say it is to do it.
    Misses:
        Arrests without words: for these see the verbs in `statements`.

    Example:
        “You're under arrest,” said Ada to Tom. Ada is Tom's captor.
    """
    quotations = {quotation.id: quotation for quotation in people.story.quotations}
    text = people.story.document.text
    for said in people.story.attributions:
        if said.speaker_id is None or len(said.addressee_ids) != 1:
            continue
        for part in quotations[said.quotation_id].parts:
            found = _ARREST.search(text, part.start, part.end)
            if found is not None and said.speaker_id != said.addressee_ids[0]:
                evidence = Span(found.start(), found.end())
                sure = round(SAID_SO * said.confidence, 3)
                yield Claim(said.speaker_id, "captor", said.addressee_ids[0], evidence, sure)
