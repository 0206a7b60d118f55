"""Handles: the names before the messages of a chat, “zeb: anyone seen my boots?”."""

import re
from collections.abc import Iterator

from fabula.lexicon.pronouns import pronoun
from fabula.lexicon.speech_verbs import SPEECH_VERBS
from fabula.story import Story
from fabula.text import Span

LONGEST_HANDLE = 160
"""Characters before a message: a date, a name of three words and a remark in parentheses."""

NAMELESS = frozenset({"unknown", "unknown number", "private number", "new number", "anonymous"})
"""What a telephone shows for somebody whom it does not know."""

_BEFORE = re.compile(
    r"""(?x) [\s*_]* (?: [\[(]? [\d/.:,\s-]*\d (?:\s?[AaPp][Mm])? [\])]? \s (?:[–—-]\s)? )?
    [<*_@]{0,3} (?P<handle>[^\W\d][^\s:<>*()\[\]]*(?:\s[^\s:<>*()\[\]]+){0,2}) [*_]{0,2}
    (?: (?:\s[(\[][^()\[\]\n]*[)\]])? [*_]{0,2} \s? [:>] [*_]{0,2} \s+
      | \s[(\[]\d[^()\[\]\n]*[)\]] [*_]{0,2} [^\S\n]*\n )"""
)


def find_handles(story: Story) -> list[Span]:
    """The name before each message of a chat, in text order.

    Finds: the one to three words between the head of a line and a message set as a block.
    Why it holds: only a message has its writer's name before it, with a colon or in brackets.
    Misses: handles of one letter (“Q:”), pronouns (“Me:”), and what names nobody (“unknown:”).
    Example: “zeb: anyone seen my boots?” has the handle “zeb”.
    """
    return list(_handles(story))


def _handles(story: Story) -> Iterator[Span]:
    text = story.document.text
    for quotation in story.quotations:
        if quotation.kind != "writing" or quotation.style != "block":
            continue
        end = quotation.start
        last = end - 1 if text[end - 1 : end] == "\n" else end  # a handle may have its own line
        low = text.rfind("\n", max(end - LONGEST_HANDLE, 0), last) + 1
        match = _BEFORE.fullmatch(text, low, quotation.start)
        if match is not None and _names_somebody(match["handle"]):
            yield Span(*match.span("handle"))


def _names_somebody(handle: str) -> bool:
    name = handle.lower()
    if len(name) < 2 or name in NAMELESS or pronoun(name) is not None:
        return False
    return SPEECH_VERBS.isdisjoint(name.split())  # The sign said: KEEP OUT
