import msgspec
import pytest

from fabula.errors import StoryError
from fabula.formats.soundness import check
from fabula.story import (
    Attribution,
    Chain,
    ChainId,
    Chapter,
    ChapterId,
    Coming,
    Entity,
    EntityId,
    Event,
    EventId,
    MentionId,
    Paratext,
    Presence,
    Quotation,
    QuotationId,
    Scene,
    SceneId,
    Story,
)
from fabula.text import Document, Span

TEXT = "“No,” said Ada, and left."
Q1 = QuotationId("q1")


def story() -> Story:
    said = Span(0, 5)
    line = Quotation(id=Q1, start=0, end=5, parts=(said,), kind="speech", style="double")
    document = Document(text=TEXT, name="ada.txt", format="plain", paragraphs=())
    return Story(document=document).with_layer("quotations", [line])


def test_a_record_outside_the_text_is_caught() -> None:
    late = Paratext(role="author_note", start=0, end=len(TEXT) + 1)
    with pytest.raises(StoryError, match="outside the text"):
        check(msgspec.structs.replace(story(), paratext=(late,)))


def test_an_id_that_does_not_exist_is_caught() -> None:
    attribution = Attribution(quotation_id=Q1, speaker_id=EntityId("e9"))
    with pytest.raises(StoryError, match="names 'e9'"):
        check(story().with_layer("attributions", [attribution]))


def test_the_mentions_of_chains_and_events_must_exist() -> None:
    chain = Chain(id=ChainId("r1"), mention_ids=(MentionId("m9"),), type="PER")
    with pytest.raises(StoryError, match="names 'm9'"):
        check(story().with_layer("chains", [chain]))
    for role in ("agents", "patients"):
        event = Event(id=EventId("v1"), start=0, end=6, **{role: (MentionId("m9"),)})
        with pytest.raises(StoryError, match="names 'm9'"):
            check(story().with_layer("events", [event]))


def test_a_whole_story_checks() -> None:
    ada = Entity(id=EntityId("e1"), name="Ada")
    attribution = Attribution(quotation_id=Q1, speaker_id=ada.id, candidates=(ada.id,))
    check(story().with_layer("cast", [ada]).with_layer("attributions", [attribution]))


def test_a_record_within_a_record_must_be_sound_too() -> None:
    ada = Entity(id=EntityId("e1"), name="Ada")
    scene = Scene(id=SceneId("s1"), chapter_id=ChapterId("c1"), start=0, end=5, opened_by="start")
    chapter = Chapter(id=ChapterId("c1"), start=0, end=5)
    whole = msgspec.structs.replace(story(), cast=(ada,), chapters=(chapter,), scenes=(scene,))
    for who, evidence in ((EntityId("e9"), Span(0, 5)), (ada.id, Span(0, len(TEXT) + 1))):
        coming = Coming(who_id=who, move="leaves", evidence=evidence)
        there = Presence(scene_id=SceneId("s1"), entity_ids=(ada.id,), comings=(coming,))
        with pytest.raises(StoryError):
            check(msgspec.structs.replace(whole, presence=(there,)))
