"""The heads of e-mails: “From: Ines Roe”, “To: Tom Bell”, “Subject: the boat”."""

import re
from collections.abc import Sequence

from fabula.stages.structure.layout import Block

_FROM = re.compile(r"[\s*_>]*from[*_]*:[*_]*\s*\S", re.IGNORECASE)
_FIELD = re.compile(r"[\s*_>]*(?:to|cc|subject|re|sent|date)[*_]*:[*_]*\s*\S", re.IGNORECASE)


def is_mail_head(blocks: Sequence[Block], index: int) -> bool:
    """Whether the block at `index` begins an e-mail.

    Finds: a line “From: …” with “To: …”, “Subject: …” or “Date: …” on the line below.
    Why it holds: nothing else in prose has two such lines in a row.
    Misses: mails that say who they are to first, or only.
    Example: From: Ines Roe / To: Tom Bell
    """
    lines = "\n".join(block.text for block in blocks[index : index + 2]).splitlines()
    return len(lines) > 1 and bool(_FROM.match(lines[0]) and _FIELD.match(lines[1]))
