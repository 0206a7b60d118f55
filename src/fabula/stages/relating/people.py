"""Who is meant by the words of a story, by the row of each word."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from operator import attrgetter

from msgspec import Struct

from fabula.lexicon.kinship import KIN
from fabula.lexicon.pronouns import GENDERED_FORMS
from fabula.lexicon.titles import TITLES
from fabula.lexicon.trades import RANKS, TRADES
from fabula.stages.relating.genders import pronouns_told
from fabula.stages.relating.kinds import KIND_OF_NOUN
from fabula.stages.token_rows import TokenRows
from fabula.story import (
    Attribution,
    Chain,
    Entity,
    EntityId,
    Mention,
    MentionId,
    Quotation,
    Story,
)
from fabula.text import Span, covering

CHAINED = 0.6
"""Trust in a mention that only its chain says something of; the rules left it open."""

NAMED = 0.95
ONE_SPOKEN_TO = 0.6
"""Less trust in “you” than its link has: who is spoken to is itself a guess, and a claim has to be
right nine times in ten. Two passages that agree make up for it."""

WRITTEN_TO = 0.75
"""“you” in a letter, which opens with whom it is to."""

WRITTEN_TO_NAME = 0.9
"""The same where it opens with a name."""

BY_TITLE = 0.8
"""“the baron”, and the story has one Baron Strake."""

BY_INITIAL = 0.8
"""A letter signed “T.” where one name begins so."""

FIRST = frozenset("i me my mine myself we us our ours".split())
_ALONE = frozenset("i me my mine myself".split())
_SECOND = frozenset("you your yours yourself".split())

_BEYOND_THE_CUE = frozenset({"turn", "address", "only-candidate"})
"""Evidence for a speaker that does not rest on who the words of the cue mean."""

_SIGNATURE = 40
"""Characters at the end of a letter in which its writer's name begins."""

_SALUTATION = 30
"""Characters at the start of a letter in which the name begins of the one it is to."""

_DEAR = ("dear", "my dear", "dearest", "my dearest", "darling", "my darling")
_TO_SENTENCE_END = 200

_BEFORE = frozenset("“‘\"'«—–-,.!?…\n")
_BEHIND = frozenset(",.!?…—–")

_BOTH = frozenset({"he", "she"})
_EXPLAINING = frozenset({"apposition", "copula"})
_CONTRACTING = frozenset("i you he she it that this they we who".split())
_BE_ENDINGS = frozenset("m s re".split())


class Meant(Struct, frozen=True):
    """A member of the cast, and how sure it is that a word means them."""

    entity_id: EntityId
    confidence: float


PEOPLE_READ = (
    "scenes",
    "quotations",
    "mentions",
    "cast",
    "tellings",
    "links",
    "attributions",
    "speech_links",
    "chains",
    "presence",
    "viewpoints",
)
"""The layers from which `People` knows who is meant, there and spoken to."""


class People:
    """The cast as the words of a story point at it."""

    def __init__(self, story: Story, rows: TokenRows) -> None:
        self.story, self.rows = story, rows
        self.cast: Mapping[EntityId, Entity] = {entity.id: entity for entity in story.cast}
        self.pronouns = pronouns_told(story)
        self._chains: Mapping[MentionId, Chain] = {
            mention_id: chain for chain in story.chains for mention_id in chain.mention_ids
        }
        self._links = {link.mention_id: link for link in (*story.links, *story.speech_links)}
        self._by_row: defaultdict[int, list[Mention]] = defaultdict(list)
        heads = rows.rows_of([mention.head for mention in story.mentions]).tolist()
        for row, mention in zip(heads, story.mentions, strict=True):
            self._by_row[row].append(mention)
        self._first_named = _first_named(story, self._chains)
        outer = [(p, q) for q in story.quotations if q.within is None for p in q.parts]
        self._quotation_of = dict(outer)
        self._parts = tuple(sorted(self._quotation_of))
        self._attributions = {each.quotation_id: each for each in story.attributions}
        self._eyes = {each.scene_id: each for each in story.viewpoints}
        self._bearers: defaultdict[str, list[EntityId]] = defaultdict(list)
        for entity in story.cast:
            for name in dict.fromkeys(entity.names) if entity.named else ():
                self._bearers[name].append(entity.id)
        self._first_names = {
            name.lower().split(maxsplit=1)[0]
            for entity in story.cast
            for name in entity.names
            if entity.named and _has_surname(name)
        }
        self._explained = {
            (link.entity_id, story.document[mention.head].lower())
            for mention in story.mentions
            if (link := self._links.get(mention.id)) is not None
            and link.reason in _EXPLAINING
            # “He was the colonel's nephew” does not say that he was a colonel.
            and not story.document.text.startswith(("'s", "’s"), mention.head.end)
        }
        self._known_as: defaultdict[str, set[EntityId]] = defaultdict(set)
        for entity_id, said in self._explained:
            self._known_as[said].add(entity_id)
        self._titled = {
            (entity.id, name.lower().split(maxsplit=1)[0])
            for entity in story.cast
            for name in entity.names
            if entity.named and _has_surname(name)
        }
        narrators = [entity.id for entity in story.cast if entity.narrator]
        self._narrator = narrators[0] if len(narrators) == 1 else None
        self._present = {each.scene_id: each.entity_ids for each in story.presence}
        self._cues = sorted(
            (said for said in story.attributions if said.cue is not None), key=_cue_start
        )
        self._cued = {
            mention.id: said
            for said in story.attributions
            if said.cue is not None
            for mention in _begun_in(story.mentions, said.cue)
        }

    def mentions_at(self, row: int) -> list[Mention]:
        """The mentions with their head at this row, in text order."""
        return self._by_row.get(row, [])

    def mentions_of(self, entity_id: EntityId) -> Sequence[Mention]:
        """The mentions whose chain is that of somebody, in text order."""
        return [each for each in self.story.mentions if self.chained_to(each) == entity_id]

    def first_named(self, entity_id: EntityId) -> int:
        """Where somebody's name stands first; the end of the text for those without a name."""
        return self._first_named.get(entity_id, len(self.story.document.text))

    def reason(self, mention: Mention) -> str | None:
        """The rule by which the mention was linked, if one did."""
        link = self._links.get(mention.id)
        return link.reason if link else None

    def meant(self, mention: Mention) -> Meant | None:
        """Whom a mention means by its chain; where a rule says somebody else, nobody."""
        entity_id = self._chains[mention.id].entity_id
        link = self._links.get(mention.id)
        if entity_id is None:
            return None if link is None else Meant(link.entity_id, link.confidence * CHAINED)
        if link is None:
            return Meant(entity_id, NAMED if mention.form == "proper" else self._chained(mention))
        if link.entity_id != entity_id:
            return None
        doubt = ONE_SPOKEN_TO if link.reason == "the one spoken to" else 1.0
        return Meant(entity_id, doubt * link.confidence)

    def _chained(self, mention: Mention) -> float:
        if self.story.document[mention].lower() not in _SECOND:
            return CHAINED
        quotation = covering(self._parts, mention.start)
        written = quotation is not None and self._quotation_of[quotation].kind == "writing"
        return WRITTEN_TO if written else CHAINED

    def chained_to(self, mention: Mention) -> EntityId | None:
        """Who in the cast the chain of the mention is about, whatever the rules say."""
        return self._chains[mention.id].entity_id

    def is_called(self, mention: Mention) -> bool:
        """Whether the words are set off on both sides, as the name of one spoken to is."""
        text = self.story.document.text
        before = text[: mention.start].rstrip(" ")[-1:]
        return before in _BEFORE and text[mention.end : mention.end + 1] in _BEHIND

    def is_introduced_by(self, mention: Mention) -> bool:
        """Whether the chain of the mention begins with it: “her nephew” before any name."""
        return self._chains[mention.id].mention_ids[0] == mention.id

    def at(self, row: int) -> Meant | None:
        """Whom the word at this row means; of mentions with one head the shortest counts."""
        found = sorted(self.mentions_at(row), key=lambda mention: mention.end - mention.start)
        corresponding = self._in_letter(row)
        if corresponding is not None:
            return corresponding
        for mention in found:
            meant, pronoun = self.meant(mention), GENDERED_FORMS.get(self.word(row))
            if meant is None or not self.may_be(meant.entity_id, pronoun):
                continue
            if self.word(row) in _SECOND and self.is_speaking(row, meant.entity_id):
                continue  # “I like your mother”: not one's own
            if pronoun is None or not self._is_said_by(row, meant.entity_id):
                return meant
        return self.voice(row) if self.word(row) in FIRST else None

    def _is_said_by(self, row: int, entity_id: EntityId) -> bool:
        """Whether somebody speaks the word at this row, or it is said to their face.

        Nobody calls himself “he”, nor the one to whom he speaks.
        """
        quotation = self.spoken_in(row)
        said = None if quotation is None else self.attribution(quotation)
        return said is not None and entity_id in {said.speaker_id, _sole(said.addressee_ids)}

    def is_speaking(self, row: int, entity_id: EntityId) -> bool:
        """Whether the word at this row is in a line of theirs."""
        quotation = self.spoken_in(row)
        said = None if quotation is None else self.attribution(quotation)
        return said is not None and said.speaker_id == entity_id

    def may_be(self, entity_id: EntityId, pronoun: str | None) -> bool:
        """Whether somebody may be “he” or “she”: nobody may whom the text calls the other."""
        known = self.pronouns[entity_id]
        return pronoun not in _BOTH or known not in _BOTH or pronoun == known

    def named_at(self, row: int) -> Meant | None:
        """Whom the name that ends at this row means, by its chain, else by the name alone."""
        for mention in self.mentions_at(row):
            if mention.form == "proper" and mention.type == "PER":
                meant = self.meant(mention)
                if meant is not None:
                    return meant
        bearers = self._bearers.get(self.rows.text(self.rows.span(row, row)), [])
        return Meant(bearers[0], NAMED) if len(bearers) == 1 else None

    def is_called_a(self, kind: str, gender: str) -> bool:
        """Whether somebody in the cast has a word of kin for a name, such as Mum or Aunt Jo."""
        return any(
            KIND_OF_NOUN.get(name.lower().split(maxsplit=1)[0]) == kind
            and gender in {"any", KIN.get(name.lower().split(maxsplit=1)[0], "any")}
            for entity in self.story.cast
            for name in entity.names
            if name.strip()
        )

    def is_known_as(self, entity_id: EntityId, noun: str) -> bool:
        """Whether the noun explains a name elsewhere, “the groom's mother, Ada Fell”, and no other.

        Where a story has several mothers the noun says nothing of which is meant.
        """
        return self._known_as.get(noun) == {entity_id}

    def sole_bearer(self, noun: str) -> EntityId | None:
        """The one in the cast who has this title or is explained by this noun.

        “Sergeant Bello” for “sergeant”, “Imre, the engineer” for “engineer”.
        """
        if noun not in TRADES | RANKS and noun not in TITLES:
            return None  # a boss is hers whose boss he is, a sergeant everybody's
        told = {entity_id for entity_id, said in self._explained | self._titled if said == noun}
        return next(iter(told)) if len(told) == 1 else None

    def at_or_titled(self, row: int) -> Meant | None:
        """Whom the word means, or “the baron” the one Baron Strake of the story."""
        meant = self.at(row)
        if row == 0 or self.word(row - 1) != "the":
            return meant
        entity_id = self.sole_bearer(self.word(row))
        return meant if entity_id is None else Meant(entity_id, BY_TITLE)

    def is_contracted_be(self, row: int) -> bool:
        """Whether a pronoun carries its verb: “I’m”, “he’s”, “they’re”."""
        whole = self.story.document.text[int(self.rows.starts[row]) : int(self.rows.ends[row])]
        bare, mark, ending = whole.replace("’", "'").partition("'")
        return bool(mark) and bare.lower() in _CONTRACTING and ending.lower() in _BE_ENDINGS

    def is_contracted_will(self, row: int) -> bool:
        """Whether a pronoun carries “will” or “would”: “I’ll”, “she’d”."""
        whole = self.story.document.text[int(self.rows.starts[row]) : int(self.rows.ends[row])]
        return whole.lower().replace("’", "'").endswith(("'ll", "'d"))

    def is_promised(self, row: int) -> bool:
        """Whether a pronoun carries “will”: “I’ll”, not “she’d”."""
        whole = self.story.document.text[int(self.rows.starts[row]) : int(self.rows.ends[row])]
        return whole.lower().replace("’", "'").endswith("'ll")

    def is_first_name(self, word: str) -> bool:
        """Whether a word in small letters begins a longer name: “nan” of Nan Prentice."""
        return word in self._first_names

    def is_possessive(self, row: int) -> bool:
        """Whether the word is an owner's: “Tom’s”."""
        return len(self.rows.span(row, row)) < int(self.rows.ends[row] - self.rows.starts[row])

    def word(self, row: int) -> str:
        """The word at this row in lower case, without what it carries: “tom” of “Tom’s”."""
        return self.rows.text(self.rows.span(row, row)).lower()

    def spoken_in(self, row: int) -> Quotation | None:
        """The quotation in which the word at this row stands; an outer one, if one quotes another.

        Of “No,” said Emma, “not to Bath.” the words “said Emma” are in none.
        """
        part = covering(self._parts, int(self.rows.starts[row]))
        return None if part is None else self._quotation_of[part]

    def attribution(self, quotation: Quotation) -> Attribution | None:
        """Who says a quotation, and to whom."""
        return self._attributions.get(quotation.id)

    def linked(self, mention: Mention) -> EntityId | None:
        """Whom a rule joined the mention to."""
        link = self._links.get(mention.id)
        return link.entity_id if link else None

    def cue_of(self, mention: Mention) -> Meant | None:
        """Who says the line whose cue the mention is: Ines in “‘It is,’ said his sister”."""
        said = self._cued.get(mention.id)
        if said is None or said.speaker_id is None:
            return None
        return Meant(said.speaker_id, said.confidence)

    def is_by_turn(self, mention: Mention) -> bool:
        """Whether the speaker of the line whose cue the mention is was found without the cue.

        “‘It is,’ said his sister” names a speaker only to those who know the sister; the order of
        the conversation or a name in the line may tell who speaks, and so who she is.
        """
        said = self._cued.get(mention.id)
        return said is not None and said.evidence in _BEYOND_THE_CUE

    def mentions_before(self, offset: int, reach: int) -> Sequence[Mention]:
        """The mentions of people that start in the `reach` characters before an offset."""
        found = _begun_in(self.story.mentions, Span(max(offset - reach, 0), offset))
        return [mention for mention in found if mention.type == "PER"]

    def present_at(self, row: int) -> Sequence[EntityId]:
        """Who is there in the scene of the word at this row."""
        scene = covering(self.story.scenes, int(self.rows.starts[row]))
        return self._present.get(scene.id, ()) if scene else ()

    def cued_at(self, row: int) -> Attribution | None:
        """Who says the line whose cue the word at this row is in, and to whom."""
        return next(iter(self._cues_over(int(self.rows.starts[row]))), None)

    def _cues_over(self, offset: int) -> Sequence[Attribution]:
        high = bisect_left(self._cues, offset + 1, key=_cue_start)
        return [said for said in self._cues[max(high - 1, 0) : high] if _cue_end(said) > offset]

    def group_at(self, row: int) -> Meant | None:
        """The group of the cast that the words mean."""
        for mention in self.mentions_at(row):
            entity_id = self.chained_to(mention)
            if entity_id is not None and self.cast[entity_id].kind == "group":
                return Meant(entity_id, NAMED)
        return None

    def group_called(self, words: str) -> Meant | None:
        """The group of the cast with this name: “the two carters”."""
        for entity in self.story.cast:
            if entity.kind == "group" and words in {name.lower() for name in entity.names}:
                return Meant(entity.id, NAMED)
        return None

    def sentence_end(self, row: int) -> int:
        """The row behind the sentence with the word at this row."""
        sentence = covering(self.story.document.sentences, int(self.rows.starts[row]))
        return row + 1 if sentence is None else int(self.rows.row_of(sentence.end - 1)) + 1

    def sentence_before(self, row: int) -> int | None:
        """Where the sentence before that of the word at this row starts."""
        sentences = self.story.document.sentences
        start = int(self.rows.starts[row])
        index = bisect_left(sentences, start + 1, key=attrgetter("start")) - 1
        return sentences[index - 1].start if index > 0 else None

    def is_asked(self, row: int) -> bool:
        """Whether the sentence with the word at this row ends in a question mark."""
        text, offset = self.story.document.text, int(self.rows.ends[row])
        reach = range(offset, min(offset + _TO_SENTENCE_END, len(text)))
        end = next((place for place in reach if text[place] in ".!?\n"), None)
        return end is not None and text[end] == "?"

    def is_signed(self, row: int) -> bool:
        """Whether a letter's signature follows: “Your loving brother,” and below it “Tom”."""
        if row + 2 >= len(self.rows.starts):
            return False
        quotation = self.spoken_in(row)
        between = self.story.document.text[
            int(self.rows.ends[row]) : int(self.rows.starts[row + 2])
        ]
        written = quotation is None or quotation.kind == "writing"
        return written and between.strip() == "," and "\n" in between

    def voice(self, row: int) -> Meant | None:
        """Whose words these are: the speaker's or writer's, else the narrator's."""
        quotation = self.spoken_in(row)
        if quotation is None:
            return self._narrating(int(self.rows.starts[row]))
        said = self.attribution(quotation)
        if said is None or said.speaker_id is None:
            return self._writer(quotation) if quotation.kind == "writing" else None
        return Meant(said.speaker_id, said.confidence)

    def _writer(self, letter: Quotation) -> Meant | None:
        """Whose name a letter ends with."""
        end = Span(max(letter.end - _SIGNATURE, letter.start), letter.end)
        for mention in reversed(_begun_in(self.story.mentions, end)):
            behind = self.story.document.text[mention.end : letter.end]
            if (
                mention.form == "proper"
                and mention.type == "PER"
                and not behind.strip('*_.»”’" \n')
            ):
                return self.meant(mention)
        return self._signed_by_initial(letter)

    def _signed_by_initial(self, letter: Quotation) -> Meant | None:
        """Who signs with “T.”, if one name in the cast begins so."""
        lines = self.story.document.text[letter.start : letter.end].split()
        initial = lines[-1].strip("*_»”’\"'") if lines else ""
        if len(initial) != len("T.") or not initial[0].isupper() or initial[1] != ".":
            return None
        bearers = [e.id for e in self.cast.values() if e.named and e.name.startswith(initial[0])]
        return Meant(bearers[0], BY_INITIAL) if len(bearers) == 1 else None

    def _in_letter(self, row: int) -> Meant | None:
        """The writer for “I”, the reader for “you”, in a letter that is nobody's line."""
        letter = self.spoken_in(row)
        if letter is None or letter.kind != "writing":
            return None
        if self.word(row) in _SECOND:
            return self._reader(letter)
        said = self.attribution(letter)
        known = said is not None and said.speaker_id is not None
        return None if known or self.word(row) not in _ALONE else self._writer(letter)

    def _reader(self, letter: Quotation) -> Meant | None:
        """To whom a letter is that opens with “Dear Tom”."""
        opening = self.story.document.text[letter.start : letter.start + _SALUTATION]
        if not opening.lstrip("«“‘\"'*_").lower().startswith(_DEAR):
            return None
        opened = _begun_in(self.story.mentions, Span(letter.start, letter.start + _SALUTATION))
        named = [mention for mention in opened if mention.form == "proper"]
        meant = self.meant(named[0]) if named else None
        return None if meant is None else Meant(meant.entity_id, WRITTEN_TO_NAME)

    def _narrating(self, offset: int) -> Meant | None:
        """Who tells this part, unless the scene is told of others alone: chats between say “I”."""
        telling = covering(self.story.tellings, offset)
        if telling is not None and telling.narrator_id != self._narrator:
            return Meant(telling.narrator_id, telling.confidence)
        scene = covering(self.story.scenes, offset)
        seen = self._eyes.get(scene.id) if scene else None
        elsewhere = seen is not None and seen.person == "third"
        return None if self._narrator is None or elsewhere else Meant(self._narrator, NAMED)

    def mind(self, row: int) -> Meant | None:
        """By whose mind people are called here: the speaker's, the narrator's, the focalizer's."""
        voice = self.voice(row)
        if voice is not None or self.spoken_in(row) is not None:
            return voice
        scene = covering(self.story.scenes, int(self.rows.starts[row]))
        seen = self._eyes.get(scene.id) if scene else None
        if seen is None or seen.focalizer_id is None:
            return None
        return Meant(seen.focalizer_id, seen.confidence)


def _first_named(story: Story, chains: Mapping[MentionId, Chain]) -> Mapping[EntityId, int]:
    """Where the name of each stands first."""
    found: dict[EntityId, int] = {}
    for mention in story.mentions:
        entity_id = chains[mention.id].entity_id
        if mention.form == "proper" and entity_id is not None:
            found.setdefault(entity_id, mention.start)
    return found


def _has_surname(name: str) -> bool:
    """Whether another word of letters follows; of “Mama I” the pronoun got into the name."""
    _, *others = name.split()
    return any(len(word) > 1 for word in others)


def _sole(ids: Sequence[EntityId]) -> EntityId | None:
    return ids[0] if len(ids) == 1 else None


def _cue_start(said: Attribution) -> int:
    return -1 if said.cue is None else said.cue.start


def _cue_end(said: Attribution) -> int:
    return -1 if said.cue is None else said.cue.end


def _begun_in(mentions: Sequence[Mention], span: Span) -> Sequence[Mention]:
    """The mentions that start in a span."""
    low = bisect_left(mentions, span.start, key=attrgetter("start"))
    high = bisect_left(mentions, span.end, key=attrgetter("start"))
    return mentions[low:high]
