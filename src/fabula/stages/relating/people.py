"""Who is meant by the words of a story, by the row of each word, and who says them."""

from bisect import bisect_left
from collections.abc import Sequence, Set

from fabula.lexicon.pronouns import GENDERED_FORMS
from fabula.stages.relating.members import NAMED, SECOND, Meant, Members, begun_in
from fabula.stages.token_rows import TokenRows
from fabula.story import Attribution, EntityId, Mention, Quotation, Story
from fabula.text import Span, covering

WRITTEN_TO_NAME = 0.9
"""The same where it opens with a name."""

BY_TITLE = 0.8
"""“the baron”, and the story has one Baron Strake."""

BY_INITIAL = 0.8
"""A letter signed “T.” where one name begins so."""

_COMING_UP = 400
"""Characters before the first sign of somebody and behind the last in which they may be meant."""

FIRST = frozenset("i me my mine myself we us our ours".split())
_ALONE = frozenset("i me my mine myself".split())
_BEYOND_THE_CUE = frozenset({"turn", "address", "only-candidate"})
"""Evidence for a speaker that does not rest on who the words of the cue mean."""

_SIGNATURE = 40
"""Characters at the end of a letter in which its writer's name begins."""

_SALUTATION = 30
"""Characters at the start of a letter in which the name begins of the one it is to."""

_DEAR = ("dear", "my dear", "dearest", "my dearest", "darling", "my darling")

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
    "events",
    "states",
)
"""The layers from which `People` knows who is meant, there and spoken to."""


class People(Members):
    """The cast as the words of a story point at it: names, pronouns, those who speak and write."""

    def __init__(self, story: Story, rows: TokenRows) -> None:
        """The people of this story; `rows` are those of its tokens."""
        super().__init__(story, rows)
        self._attributions = {each.quotation_id: each for each in story.attributions}
        self._eyes = {each.scene_id: each for each in story.viewpoints}
        narrators = [entity.id for entity in story.cast if entity.narrator]
        self._narrator = narrators[0] if len(narrators) == 1 else None
        self._present = {each.scene_id: each for each in story.presence}
        self._happening = {
            event.start
            for event in story.events
            if event.realis == "actual" and event.frame is None
        }
        self._cues = sorted(
            (said for said in story.attributions if said.cue is not None), key=_cue_start
        )
        self._cued = {
            mention.id: said
            for said in story.attributions
            if said.cue is not None
            for mention in begun_in(story.mentions, said.cue)
        }

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
            if self.word(row) in SECOND and self.is_speaking(row, meant.entity_id):
                continue  # “I like your mother”: not one's own
            if pronoun is None or not self._is_said_by(row, meant.entity_id):
                return meant
        return self.voice(row) if self.word(row) in FIRST else None

    def at_or_titled(self, row: int) -> Meant | None:
        """Whom the word means, or “the baron” the one Baron Strake of the story."""
        meant = self.at(row)
        if row == 0 or self.word(row - 1) != "the":
            return meant
        entity_id = self.sole_bearer(self.word(row))
        return meant if entity_id is None else Meant(entity_id, BY_TITLE)

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

    def talking_at(self, row: int) -> Set[EntityId]:
        """Who speaks the word at this row and to whom: neither would call the other “my aunt”."""
        quotation = self.spoken_in(row)
        said = None if quotation is None else self.attribution(quotation)
        if said is None or said.speaker_id is None:
            return frozenset()
        heard = said.addressee_ids if len(said.addressee_ids) == 1 else ()
        return frozenset({said.speaker_id, *heard})

    def attribution(self, quotation: Quotation) -> Attribution | None:
        """Who says a quotation, and to whom."""
        return self._attributions.get(quotation.id)

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

    def present_at(self, row: int) -> Sequence[EntityId]:
        """Who is there in the scene of the word at this row."""
        scene = covering(self.story.scenes, int(self.rows.starts[row]))
        there = self._present.get(scene.id) if scene else None
        return () if there is None else there.entity_ids

    def ever_present(self) -> Set[EntityId]:
        """Everybody who is there in some scene."""
        return {who for each in self._present.values() for who in each.entity_ids}

    def about_at(self, row: int) -> Sequence[EntityId]:
        """Those of the scene who are shown in it around the word at this row."""
        offset = int(self.rows.starts[row])
        scene = covering(self.story.scenes, offset)
        there = self._present.get(scene.id) if scene else None
        if there is None or not there.stretches:
            return () if there is None else there.entity_ids
        return [
            who
            for who, shown in zip(there.entity_ids, there.stretches, strict=True)
            if shown.start - _COMING_UP <= offset <= shown.end + _COMING_UP
        ]

    def is_happening(self, row: int) -> bool:
        """Whether the word at this row tells of what happens then and there, not of a habit."""
        return int(self.rows.starts[row]) in self._happening

    def is_told_in_present(self, row: int) -> bool:
        """Whether the scene of the word at this row is told in the present tense."""
        scene = covering(self.story.scenes, int(self.rows.starts[row]))
        seen = self._eyes.get(scene.id) if scene else None
        return seen is not None and seen.tense == "present"

    def cued_at(self, row: int) -> Attribution | None:
        """Who says the line whose cue the word at this row is in, and to whom."""
        return next(iter(self._cues_over(int(self.rows.starts[row]))), None)

    def _cues_over(self, offset: int) -> Sequence[Attribution]:
        high = bisect_left(self._cues, offset + 1, key=_cue_start)
        return [said for said in self._cues[max(high - 1, 0) : high] if _cue_end(said) > offset]

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
        for mention in reversed(begun_in(self.story.mentions, end)):
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
        if self.word(row) in SECOND:
            return self._reader(letter)
        said = self.attribution(letter)
        known = said is not None and said.speaker_id is not None
        return None if known or self.word(row) not in _ALONE else self._writer(letter)

    def _reader(self, letter: Quotation) -> Meant | None:
        """To whom a letter is that opens with “Dear Tom”."""
        opening = self.story.document.text[letter.start : letter.start + _SALUTATION]
        if not opening.lstrip("«“‘\"'*_").lower().startswith(_DEAR):
            return None
        opened = begun_in(self.story.mentions, Span(letter.start, letter.start + _SALUTATION))
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


def _sole(ids: Sequence[EntityId]) -> EntityId | None:
    return ids[0] if len(ids) == 1 else None


def _cue_start(said: Attribution) -> int:
    return -1 if said.cue is None else said.cue.start


def _cue_end(said: Attribution) -> int:
    return -1 if said.cue is None else said.cue.end
