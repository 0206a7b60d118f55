"""Writing HTML: text from strangers stays text, and names change as one reads."""

import html
from collections.abc import Iterable

from fabula.page.naming import Told
from fabula.page.people import PersonOnPage

_NUL = "\0"
_UNREADABLE = "\ufffd"


def text_node(text: str) -> str:
    """Text as it stands in an element; a browser gives back each code point as it was.

    A carriage return is written as a reference, as a bare one would be read as a line feed. NUL
    has no place in HTML at all and becomes U+FFFD, one sign for one.
    """
    escaped = html.escape(text, quote=False).replace("\r", "&#13;")
    return escaped.replace(_NUL, _UNREADABLE)


def attributes(**values: str | int | bool | None) -> str:
    """Attributes, each with a space before it; None and False are left out.

    `class_` is the class, an underscore elsewhere a hyphen: `data_at=12` gives ` data-at="12"`.
    """
    written = []
    for name, value in values.items():
        key = name.rstrip("_").replace("_", "-")
        if value is True:
            written.append(f" {key}")
        elif value is not None and value is not False:
            written.append(f' {key}="{html.escape(str(value), quote=True)}"')
    return "".join(written).replace("\r", "&#13;").replace(_NUL, _UNREADABLE)


def told_words(told: Iterable[Told], class_: str | None = None, since: int = 0) -> str:
    """Words each of which is shown from its offset on, until the next takes its place.

    What is replaced further on is hidden in the file itself, so that who reads it without a
    script sees the last. `since` is the offset from which the element around them is shown.
    """
    known = list(told)
    written = []
    for index, (offset, words) in enumerate(known):
        until = known[index + 1][0] if index + 1 < len(known) else None
        if until is not None and until <= since:
            continue
        shown = attributes(
            class_=class_,
            data_at=offset if offset > since else None,
            data_until=until,
            hidden=until is not None,
        )
        written.append(f"<span{shown}>{text_node(words)}</span>" if shown else text_node(words))
    return "".join(written)


def person_link(person: PersonOnPage, since: int = 0) -> str:
    """The name of somebody as it is known so far, leading to their card."""
    names = told_words(person.names, since=since)
    return f'<a class="name" href="#who-{person.id}">{names}</a>'


def person_mark(person: PersonOnPage, since: int = 0) -> str:
    """The initials of somebody in their colour, as a small mark; the name stands beside it."""
    told = [(offset, person.initials_at(offset)) for offset, _ in person.names]
    return (
        f'<span class="mark k{person.colour}" aria-hidden="true">{told_words(told, None, since)}'
        "</span>"
    )
