"""Words by which people are called to their face: “sir”, “miss”, “Captain”."""

from fabula.stages.relating.people import People
from fabula.story import Quotation

_OPENING = frozenset("\"'“‘,.!?;—–-")
_CLOSING = frozenset("\"'”’,.!?;—–-")
_AROUND = "\"'“”‘’,.!?;—–-"


def called_in(people: People, quotation: Quotation) -> frozenset[str]:
    """The words of a line that stand by themselves, in lower case.

    “sir” and “no” of “No, sir!”, and so every word by which the one spoken to may be called.
    """
    text = people.story.document.text
    found = set[str]()
    for part in quotation.parts:
        words = text[part.start : part.end].replace("’", "'").split()
        for place, word in enumerate(words):
            bare = word.strip(_AROUND).lower()
            alone = place == 0 or words[place - 1][-1] in _OPENING
            if bare and alone and word[-1] in _CLOSING:
                found.add(bare)
    return frozenset(found)
