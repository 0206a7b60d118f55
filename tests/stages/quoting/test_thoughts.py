"""Thoughts set in emphasis."""

import pytest
from quoted import document_of, quotations, story_of, words

from fabula.stages.quotations import FindQuotations


def emphasised(text: str) -> list[str]:
    found = [item for item in quotations(text) if item.style == "emphasis"]
    assert all(item.kind == "thought" for item in found)
    return [words(text, item) for item in found]


@pytest.mark.parametrize(
    ("text", "thought"),
    [
        ("*Why did I say that?* She sat down.", "*Why did I say that?*"),
        ("_I should have rowed._ She sat down.", "_I should have rowed._"),
        ("He waited. *You never know with gulls.*", "*You never know with gulls.*"),
        ("*Not again*, she thought.", "*Not again*"),
        ("*Not again,* thought Tom.", "*Not again,*"),
        ("*Enough,* she told herself, *of this.*", "*Enough,*|*of this.*"),
        ("*Saved by a teapot…*\n\nShe smiled at the thought.", "*Saved by a teapot…*"),
        ("She wondered, *Was that the ferry?*", "*Was that the ferry?*"),
    ],
)
def test_a_sentence_of_somebodys_mind_is_a_thought(text: str, thought: str) -> None:
    assert emphasised(text) == [thought]


@pytest.mark.parametrize(
    "text",
    [
        "He *had* to row.",
        "She read *The Slow Ferry* twice.",
        "*Bang!* went the door.",
        "They said *au revoir* and left.",
        "“You *are* late,” said Ada.",
        "“*I am not late!*” said Ada.",
        "The rain stopped. *It was over.*",
        "The band struck up a song. *You are my harbour.*",
        "*The lake was frozen. “Are you cold?” he had asked.*",
    ],
)
def test_stress_titles_noises_and_songs_are_not(text: str) -> None:
    assert emphasised(text) == []


def test_a_row_of_paragraphs_in_emphasis_is_a_memory() -> None:
    text = "*I was six.*\n\n*We are on the lake.*\n\n*You hold the oar.*\n\nShe woke."
    assert emphasised(text) == []


def test_in_a_story_told_by_me_my_own_words_show_nothing() -> None:
    told = "I rowed. I was tired, and I waved.\n\nI came to the lock. I waited there.\n\n"
    assert emphasised(told + "*I had lost my hat.* So it went.") == []
    assert emphasised(told + "*Why is it so late?* So it went.") == ["*Why is it so late?*"]


def test_emphasis_from_markup_needs_no_asterisks() -> None:
    document = document_of("*Why me?* she thought.", as_markdown=True)
    (found,) = FindQuotations()(story_of(document))
    assert (found.kind, found.style) == ("thought", "emphasis")


def test_a_sign_in_emphasis_is_writing() -> None:
    text = "The card read, *Ring the bell twice.*"
    (found,) = quotations(text)
    assert (found.kind, words(text, found)) == ("writing", "*Ring the bell twice.*")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("*Listen,* said Ada.", "speech"),
        ("*Gone to the mill,* it says.", "writing"),
        ("It said, in small letters, *The mill is shut.*", "writing"),
        ("She writes on the back of the bill: *RING TOM.*", "writing"),
    ],
)
def test_emphasis_may_be_said_or_written_by_its_cue(text: str, kind: str) -> None:
    (found,) = quotations(text)
    assert found.kind == kind


def test_a_stressed_word_before_a_cue_is_no_quotation() -> None:
    assert quotations("He meant the *mill* said Ada, and the *old* one, it said so there.") == []
