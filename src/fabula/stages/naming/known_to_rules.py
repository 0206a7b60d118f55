"""The mentions as the rules know them: people in few words, and names of anything."""

import re
from collections.abc import Iterator

from msgspec import structs

from fabula.lexicon.pronouns import PRONOUNS
from fabula.stages.kept import kept
from fabula.story import Mention, Story

_TAIL = re.compile(r"\s+(?:with|in)\s+the(?:\s+[\w'’-]+){1,3}")
"""What may follow the noun: “the man with the red beard”."""

_JOINED = re.compile(r"\s*(?:,|&|and\b|an['’]|or\b)")
"""What follows the first name of several: “Tom and Ines”."""


@kept("document", "mentions")
def known_to_rules(story: Story) -> list[Mention]:
    """The story's mentions, less those that the rules cannot read, in text order.

    The rules know people by names, descriptions and pronouns, and other things by name only.
    They do not know “it”, which hardly ever points at a person, and read a description up to
    its noun: of “the girl who had sold him the boat” they see “the girl”, so that what she did
    stays a part of the sentence. “Tom and Ines” is left to its two names. A name they see by
    itself: “old Tom” as “Tom”.
    """
    text = story.document.text
    known: dict[tuple[int, int], Mention] = {}
    for mention in _readable(story):
        name = mention.name_span
        if name is not None:
            alone = structs.replace(mention, start=name.start, end=name.end)
            known.setdefault((name.start, name.end), alone)
            continue
        start, head_end = mention.start, mention.head.end
        whole = mention.end == head_end or _TAIL.fullmatch(text, head_end, mention.end)
        if whole:
            known[start, mention.end] = mention
        elif (start, head_end) not in known and not _JOINED.match(text, head_end):
            known[start, head_end] = structs.replace(mention, end=head_end)
    return sorted(known.values(), key=lambda mention: (mention.start, -mention.end))


def _readable(story: Story) -> Iterator[Mention]:
    for mention in story.mentions:
        if mention.form == "pronominal":
            found = PRONOUNS.get(story.document[mention].lower())
            if mention.type == "PER" and found is not None and found.agreement != "it":
                yield mention
        elif mention.type == "PER" or mention.form == "proper":
            yield mention
