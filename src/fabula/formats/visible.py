"""Text from strangers, made safe to print on a terminal."""

import unicodedata

# Newlines are folded by the callers; a tab is harmless. Everything else in these categories can
# move the cursor, change colours or reverse the reading direction.
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs"})
# Joiners that real words need: soft hyphen, zero-width joiners in emoji and scripts.
_HARMLESS = frozenset("\t\u00ad\u200c\u200d\u2060")


def visible(text: str) -> str:
    """The text with control, escape and direction characters shown as `<U+001B>`.

    A title with an escape sequence in it must not clear the reader's screen.
    """
    if text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def on_one_line(text: str, limit: int | None = None) -> str:
    """The text on one line, white space folded, cut with an ellipsis at `limit` characters."""
    folded = visible(" ".join(text.split()))
    if limit is not None and len(folded) > limit:
        return folded[: limit - 1].rstrip() + "…"
    return folded


def _shown(character: str) -> str:
    if character in _HARMLESS or unicodedata.category(character) not in _HIDDEN_CATEGORIES:
        return character
    return f"<U+{ord(character):04X}>"
