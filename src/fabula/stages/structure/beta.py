"""Who read the story before its readers: the beta credit inside a note."""

import re
from collections.abc import Iterable, Iterator

from fabula.stages.structure.labelled_lines import read_label, straight
from fabula.story import Paratext
from fabula.text import Document, Span, overlapping

_BETA = re.compile(
    r"(?<![\w/])(?:betas?|beta['’]?d|betaed|beta-?read(?:er|ers|ing)?)(?![\w/])", re.IGNORECASE
)
_NO_CREDIT = re.compile(
    r"\b(?:alphas?|omegas?|unbeta(?:'?d|ed)|no beta|without a beta|not beta|need a beta|needs? a"
    r"|looking for|want a beta|wanted|in search of|isn't beta|hasn't been|don't have|test(?:ing)?|"
    r"version)\b",
    re.IGNORECASE,
)
MAX_NOTE = 20_000


def beta_credits(document: Document, records: Iterable[Paratext]) -> Iterator[Paratext]:
    """The sentence in each note that names the beta reader, as records of their own.

    Finds: “Thanks to Lamp, my beta.”, “Betaed by Lamp.” in author's notes, summaries and
        disclaimers.
    Why it holds: the word stands for little else there; stories of alphas, betas and omegas and
        calls for a beta are left out.
    Misses: “Thanks to Lamp for her red pen.”
    Example: Note: Thanks to Lamp, my beta. Enjoy! gives “Thanks to Lamp, my beta.”
    """
    for record in records:
        if record.role in _NOTES:
            for span in _credits(document, record):
                yield Paratext(start=span.start, end=span.end, role="beta")


_NOTES = frozenset({"author_note", "disclaimer", "summary", "dedication", "credits"})


def _credits(document: Document, record: Paratext) -> Iterator[Span]:
    text = document.text[record.start : min(record.end, record.start + MAX_NOTE)]
    label = read_label(text)
    opening = label.value if label and not label.alone else 0
    found = None
    for match in _BETA.finditer(text, opening):
        at = record.start + match.start()
        sentence = _sentence(document, record, at)
        start = max(sentence.start, record.start + opening)
        end = min(sentence.end, record.end)
        words = straight(document.text[start:end])
        if _NO_CREDIT.search(words) or (found and start < found.end):
            continue
        found = Span(start, end)
        yield found


def _sentence(document: Document, record: Paratext, at: int) -> Span:
    """The sentence around an offset, from the segmentation where there is one."""
    for sentence in overlapping(document.sentences, at, at + 1):
        return Span(sentence.start, sentence.end)
    text = document.text
    start = max((text.rfind(stop, record.start, at) + 1 for stop in ".!?\n"), default=record.start)
    start = max(start, record.start)
    ends = [text.find(stop, at, record.end) for stop in ".!?\n"]
    end = min((end + 1 for end in ends if end >= 0), default=record.end)
    while text[start].isspace():
        start += 1
    return Span(start, max(end, at + 1))
