from pathlib import Path

import pytest
from evaluation.pdnc import PdncCharacter, PdncNovel, PdncQuotation
from evaluation.speakers import answers, characters

from fabula.story import (
    Attribution,
    Entity,
    EntityId,
    Link,
    Mention,
    MentionId,
    Quotation,
    QuotationId,
    Story,
)
from fabula.text import Document, Paragraph, Span

TEXT = "“Row,” said Ines. “Harder,” said the captain. “I row,” said Ines."


def gold(number, start, end, speaker, kind="explicit"):
    return PdncQuotation(
        id=f"Q{number}",
        parts=(Span(start, end),),
        type=kind,
        speaker=speaker,
        addressees=("Tom Reed",),
        cue="",
    )


@pytest.fixture
def novel():
    return PdncNovel(
        name="Rowing",
        path=Path("novel_text.txt"),
        text=TEXT,
        quotations=(gold(0, 1, 5, "Ines Reed"), gold(1, 19, 26, "Tom Reed"), gold(2, 46, 52, "?")),
        characters=(
            PdncCharacter(name="Ines Reed", aliases=("Ines", "Reed"), gender="F", category="major"),
            PdncCharacter(name="Tom Reed", aliases=("Tom", "Reed"), gender="M", category="minor"),
        ),
    )


def mention(number, words, form, start):
    span = Span(start, start + len(words))
    return Mention(
        id=MentionId(f"m{number}"), type="PER", form=form, head=span, start=span.start, end=span.end
    )


@pytest.fixture
def story():
    mentions = (
        mention(1, "Ines", "proper", TEXT.index("Ines")),
        mention(2, "the captain", "nominal", TEXT.index("the captain")),
    )
    quotations = tuple(
        Quotation(
            id=QuotationId(f"q{number}"),
            start=start,
            end=end,
            parts=(Span(start, end),),
            kind="speech",
            style="double",
        )
        for number, (start, end) in enumerate([(0, 6), (18, 27)], start=1)
    )
    return Story(
        document=Document(
            text=TEXT, name="novel_text.txt", format="plain", paragraphs=(Paragraph(0, len(TEXT)),)
        ),
        quotations=quotations,
        mentions=mentions,
        cast=(
            Entity(id=EntityId("e1"), name="Ines"),
            Entity(id=EntityId("e2"), name="the captain", named=False),
        ),
        links=tuple(
            Link(mention_id=one.id, entity_id=EntityId(f"e{n}"), reason="name", confidence=1.0)
            for n, one in enumerate(mentions, start=1)
        ),
        attributions=tuple(
            Attribution(quotation_id=one.id, speaker_id=EntityId(f"e{n}"), evidence="explicit")
            for n, one in enumerate(quotations, start=1)
        ),
    )


def test_an_entity_is_the_character_whose_names_it_bears(novel, story):
    assert characters(novel, story) == {"e1": "Ines Reed", "e2": "[the captain]"}


def test_a_name_of_two_characters_decides_nothing(novel, story):
    shared = PdncCharacter(name="Eve Reed", aliases=("Ines",), gender="F", category="minor")
    two = PdncNovel(
        name=novel.name,
        path=novel.path,
        text=novel.text,
        quotations=novel.quotations,
        characters=(*novel.characters, shared),
    )
    assert characters(two, story)["e1"] == "[Ines]"


def test_whatever_is_not_the_gold_speaker_is_wrong(novel, story):
    named, nobodys_name, not_found = answers(novel, story)
    assert named.right
    assert (nobodys_name.speaker, nobodys_name.right) == ("[the captain]", False)
    assert (not_found.quotation, not_found.speaker, not_found.right) == (None, None, False)
