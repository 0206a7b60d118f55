"""Places and things of a story by the words used of them: “the small key”, “Osker Quay”."""

from collections.abc import Iterable, Mapping

from fabula.corrections.names import key_of
from fabula.labels import MentionForm
from fabula.story import Chain, ChainId, Mention, MentionId, Story

_DETERMINERS = frozenset("the a an this that these those his her their its my your our".split())
TELLING_FORMS: tuple[MentionForm, ...] = ("proper", "nominal", "pronominal")
"""The forms of a mention, the one that tells most of its person or thing first."""


class Things:
    """The chains of a story by name."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._mentions: Mapping[MentionId, Mention] = {each.id: each for each in story.mentions}
        self._chains: Mapping[ChainId, Chain] = {chain.id: chain for chain in story.chains}

    def name(self, chain_id: ChainId) -> str:
        """The most telling words used of it: a name, else its first description."""
        chain = self._chains[chain_id]
        found = (self._mentions[each] for each in chain.mention_ids)
        best = most_telling(found)
        return as_called(self._story.document[best], best.form)

    def called(self, words: str, among: Iterable[ChainId]) -> list[ChainId]:
        """Those that are called by these words; if none are, those whose noun they are.

        “key” finds “the small key”, “the” or “her” before it does not matter.
        """
        asked = bare(words)
        names = {each: self._names(each) for each in dict.fromkeys(among)}
        same = [each for each, known in names.items() if asked in known]
        if same or not asked:
            return same
        return [
            each
            for each, known in names.items()
            if any(set(asked.split()) <= set(name.split()) for name in known)
        ]

    def _names(self, chain_id: ChainId) -> set[str]:
        return {
            bare(self._story.document[self._mentions[each]])
            for each in self._chains[chain_id].mention_ids
            if self._mentions[each].form != "pronominal"
        }


def most_telling(mentions: Iterable[Mention]) -> Mention:
    """A name before a description, that before a pronoun, and of equals the first.

    Of “she”, “the ferryman” and “Ines” it is “Ines”.
    """
    return min(mentions, key=lambda each: (TELLING_FORMS.index(each.form), each.start))


def as_called(words: str, form: MentionForm) -> str:
    """The words on one line; a description that opens a sentence without its capital.

    Example:
        “The office” as “the office”, “The Hague” as it is.
    """
    first, *others = words.split()
    if form == "nominal" and first.lower() in _DETERMINERS:
        first = first.lower()
    return " ".join((first, *others))


def bare(words: str) -> str:
    """The words in lower case without what only points: “small key” of “the small key”."""
    parts = key_of(words).split()
    while parts and (parts[0] in _DETERMINERS or parts[0].endswith("'s")):
        parts = parts[1:]
    return " ".join(parts)
