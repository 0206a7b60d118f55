"""Descriptions that the text itself equates with a name or a pronoun.

“Tom, the carpenter,” “her brother Tom”, “he was the ferryman”: whoever is named is described.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from fabula.lexicon.verb_forms import all_forms
from fabula.stages.kept import kept
from fabula.stages.naming.known_to_rules import known_to_rules
from fabula.story import Mention, MentionId, Story

_COPULA = re.compile(
    r"""(?:,\s+who)?\s+(?:(?:had|has|have|would|will|could|might|may)\s+(?:\w+\s+)?)?
    (?:is|was|am|are|were|be|been|become|became|remained)
    (?:\s+(?:now|still|once|also|only|just|indeed|really|always))?\s+""",
    re.VERBOSE | re.IGNORECASE,
)
_CONTRACTED = re.compile(
    r"['’](?:(?:s|m|re)\s+|(?:s|d|ve)\s+been\s+)(?:(?:still|only|just|really)\s+)?", re.IGNORECASE
)
_ENDS = frozenset(',.;:!?—–)”"')
_LONGEST_GAP = 40
"""Characters between the two: “had not always been” is the longest kind."""


class Equation(Struct, frozen=True):
    """A description and the mention it stands for, with the reason."""

    described: MentionId
    same_as: MentionId
    reason: str


@kept("document", "mentions")
def find_equations(story: Story) -> Mapping[MentionId, Equation]:
    """The equations of a story, by the description's mention.

    Finds:
        A description right before a name (“the carpenter Tom”), right behind one where the clause
        ends (“said Tom the carpenter,”), set off by a comma on either side (“Tom, the
        carpenter, …”), or after a form of “to be” (“Tom is a carpenter”).
    Why it holds:
        Apposition and copula are the two ways in which English says that two are one.
    Misses:
        “Tom had never been a carpenter” and other denials without “not”; lists that look alike.

    Example:
        “Her brother, Tom, was a carpenter.” has two: her brother and a carpenter are Tom.
    """
    people = [mention for mention in known_to_rules(story) if mention.type == "PER"]
    found = dict[MentionId, Equation]()
    for equation in _equations(story.document.text, people):
        found.setdefault(equation.described, equation)
    return found


def _equations(text: str, people: Sequence[Mention]) -> Iterator[Equation]:
    for index, mention in enumerate(people):
        if mention.form != "nominal":
            continue
        following = _next_outside(people, index)
        if following is not None and _names_it(text, mention, following):
            yield Equation(mention.id, following.id, "apposition")
            continue
        previous = _previous_outside(people, index)
        if previous is None or previous.quotation_id != mention.quotation_id:
            continue
        between = text[previous.end : mention.start]
        if len(between) > _LONGEST_GAP:
            continue
        if _is_copula(between) and previous.form != "nominal":
            yield Equation(mention.id, previous.id, "copula")
        elif previous.form == "proper" and _is_set_off(text, mention, between):
            yield Equation(mention.id, previous.id, "apposition")


def _next_outside(people: Sequence[Mention], index: int) -> Mention | None:
    """The next mention that does not lie inside this one."""
    own = people[index]
    return next((m for m in people[index + 1 : index + 5] if m.start >= own.end), None)


def _previous_outside(people: Sequence[Mention], index: int) -> Mention | None:
    """The last mention that ends before this one begins."""
    own = people[index]
    low = max(index - 5, 0)
    return next((m for m in reversed(people[low:index]) if m.end <= own.start), None)


def _names_it(text: str, mention: Mention, name: Mention) -> bool:
    """“her brother Tom”, “her brother, Tom,”; not “the man Tom saw”."""
    if name.form != "proper" or name.quotation_id != mention.quotation_id:
        return False
    between = text[mention.end : name.start]
    after = text[name.end : name.end + 1]
    opening = text[mention.start : mention.end].split(maxsplit=1)[0].lower()
    if between.strip() == "" and 0 < len(between) < 3:
        return opening not in {"the", "a", "an"} or after in _ENDS
    return between.strip() == "," and after in _ENDS and opening in _OWNING


_OWNING = frozenset("my your his her our their the".split())


def _is_set_off(text: str, mention: Mention, between: str) -> bool:
    """“Tom, the carpenter, …”: commas around, and no list going on; “said Tom the carpenter,”."""
    if between == " ":
        return _is_byname(text, mention)
    if between.strip() != ",":
        return False
    after = text[mention.end : mention.end + 6]
    opening = text[mention.start : mention.end].split(maxsplit=1)[0].lower()
    return (
        after[:1] in _ENDS
        and not after[1:].lstrip().startswith(("and", "or"))
        and opening in {"the", "a", "an", *_OWNING}
    )


def _is_byname(text: str, mention: Mention) -> bool:
    """“Tom the carpenter,”; not “showed Tom the carpenter,”."""
    opening = text[mention.start : mention.end].split(maxsplit=1)[0].lower()
    before = text[max(mention.start - _LONGEST_GAP, 0) : mention.start].lower().split()
    ends = text[mention.end : mention.end + 1] in _ENDS
    return opening == "the" and ends and _SHOWING.isdisjoint(before[-3:])


_SHOWING = all_forms("show give bring send introduce hand promise leave call name make".split())
"""Verbs behind which a name and a person right after it are two, or become one only then."""


def _is_copula(between: str) -> bool:
    found = _COPULA.fullmatch(between) or _CONTRACTED.fullmatch(between)
    return found is not None
