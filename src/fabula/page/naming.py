"""How people, places and things are called, from which place in the text on."""

from collections.abc import Iterable, Mapping, Sequence

from fabula.corrections.names import holds_name, key_of
from fabula.lexicon.pronouns import NARRATOR
from fabula.lexicon.titles import title
from fabula.story import ChainId, Entity, Mention, MentionId, Story
from fabula.text import Document
from fabula.world.things import TELLING_FORMS, as_called

Told = tuple[int, str]
"""Words, and the offset of the text that has to be read before they may be shown."""

LONGEST_SHOWN = 60
"""Characters of a name: a description by a whole clause is cut off."""

_POINTING = frozenset("the a an his her its their my our your this that".split())
_JOINING = frozenset("of in at on with from and to for by".split())
_MOST_INITIALS = 3
_UNKNOWN = "?"


def names_told(document: Document, entity: Entity, mentions: Sequence[Mention]) -> tuple[Told, ...]:
    """The names by which somebody is shown, each from an offset on; the same as `so_far` shows.

    A fuller name takes the place of one before it once it has been used: “the stranger” until
    “I am Captain Reed” is read. The last one is the name in the cast, if need be from the end on.
    """
    found: list[tuple[int, tuple[int, ...], str]] = []
    for key, first in first_uses(document, mentions).items():
        found += [
            (first.end, (tier, order), name)
            for order, name in enumerate(entity.names)
            if (tier := _tier(key_of(name), key)) is not None
        ]
    if entity.narrator and mentions:
        found.append((min(each.end for each in mentions), (2,), NARRATOR))
    elif not entity.narrator:
        found += [
            (
                each.end,
                (2, TELLING_FORMS.index(each.form), each.start),
                as_called(document[each], each.form),
            )
            for each in mentions
        ]
    told = _improving(found)
    last = _on_one_line(entity.name)
    if not told or told[-1][1] != last:
        told.append((len(document.text), last))
    return tuple(told)


def aliases_told(
    document: Document, entity: Entity, mentions: Sequence[Mention]
) -> tuple[Told, ...]:
    """The other names, each from the end of its first use on; one never used is left out."""
    uses = first_uses(document, mentions)
    told = []
    for alias in entity.aliases:
        ends = [use.end for key, use in uses.items() if _tier(key_of(alias.name), key) is not None]
        if ends:
            told.append((min(ends), _on_one_line(alias.name)))
    return tuple(sorted(told))


class ThingsTold:
    """What places and things are called, by how far the text is read."""

    def __init__(self, story: Story) -> None:
        mentions: Mapping[MentionId, Mention] = {each.id: each for each in story.mentions}
        self._document = story.document
        self._mentions: Mapping[ChainId, Sequence[Mention]] = {
            chain.id: [mentions[each] for each in chain.mention_ids] for chain in story.chains
        }

    def names(self, chain_id: ChainId) -> tuple[Told, ...]:
        """The most telling words used of it so far: a name, else its first description."""
        return tuple(
            _improving(
                (
                    each.end,
                    (TELLING_FORMS.index(each.form), each.start),
                    as_called(self._document[each], each.form),
                )
                for each in self._mentions[chain_id]
            )
        )

    def name_at(self, chain_id: ChainId, offset: int) -> str:
        """What it is called when the text is read up to `offset`."""
        return shown_at(self.names(chain_id), offset)


def shown_at(told: Sequence[Told], offset: int) -> str:
    """The last of the words that may be shown at `offset`; the first ones if none may yet."""
    shown = told[0][1]
    for since, words in told:
        if since > offset:
            break
        shown = words
    return shown


def first_uses(document: Document, mentions: Iterable[Mention]) -> dict[str, Mention]:
    """The mention that ends first for each wording, by the wording as names are compared."""
    uses: dict[str, Mention] = {}
    for mention in sorted(mentions, key=lambda each: (each.end, each.start)):
        uses.setdefault(key_of(document[mention]), mention)
    return uses


def initials_of(name: str) -> str:
    """A short mark for somebody: “TB” for Tom Brook, “Mrs B” for Mrs. Bennet, “In” for Ines.

    It stands beside a colour, so that nobody has to tell people by colour alone; two people may
    share it.
    """
    words = [word for word in name.split() if word.lower() not in _POINTING]
    telling = [word for word in words if word.lower() not in _JOINING] or words
    letters = [bare for word in telling if (bare := _letters(word))]
    if not letters:
        return _UNKNOWN
    if len(letters) == 1:
        return letters[0][:2].capitalize()
    courtesy = title(telling[0])
    if courtesy is not None and courtesy.kind == "courtesy":
        return f"{letters[0][:4].capitalize()} {letters[-1][0].upper()}"
    return "".join(word[0] for word in letters[:_MOST_INITIALS]).upper()


def _letters(word: str) -> str:
    return "".join(sign for sign in word if sign.isalnum())


def _tier(name: str, said: str) -> int | None:
    """0 if these words are the name, 1 if they hold it (“Anna Brook” in “Miss Anna Brook”)."""
    if name == said:
        return 0
    return 1 if holds_name(said, name) else None


def _improving(found: Iterable[tuple[int, tuple[int, ...], str]]) -> list[Told]:
    """The words of the lowest rank so far, each from where they come up; equal words once."""
    told: list[Told] = []
    best: tuple[int, ...] | None = None
    for offset, rank, words in sorted(found):
        if best is not None and rank >= best:
            continue
        best = rank
        shown = _on_one_line(words)
        if told and told[-1][0] == offset:
            told.pop()
        if not told or told[-1][1] != shown:
            told.append((offset, shown))
    return told


def _on_one_line(words: str) -> str:
    folded = " ".join(words.split())
    if len(folded) <= LONGEST_SHOWN:
        return folded
    return folded[:LONGEST_SHOWN].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
