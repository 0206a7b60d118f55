from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from tests.page.conftest import Reader

from fabula import pipeline
from fabula.errors import SourceError
from fabula.page.people import people_on_page
from fabula.page.prose import prose
from fabula.page.scenes import scenes_on_page
from fabula.sources import plain
from fabula.text import Mark, Span

PIECES = st.sampled_from(
    (
        *("“Off,” said Tom", "*oh* ", "_so_", "Ines ", "he ", "'", '"', "<b>", "&amp;", "</p>"),
        *("\n\n", "***", "\n\n***\n\n", "Chapter 2\n\n", "]]>", "<!--", "\x85", "é", "🙂 ", "\r\n"),
    )
)


def prose_of(story):
    people = people_on_page(story)
    return prose(story, people, scenes_on_page(story, people))


def assert_exact(story, found):
    assert found.paragraphs == {
        f"p{index}": story.document[paragraph].replace("\0", "\ufffd")
        for index, paragraph in enumerate(story.document.paragraphs)
    }


@settings(max_examples=40)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_the_text_of_each_paragraph_is_there_sign_for_sign(text):
    try:
        document = plain.from_text(f"{text}\n\nTom slept.")
    except SourceError:
        return
    story = pipeline.analyse(document, encoder=None)
    markup = prose_of(story)
    found = Reader(markup)
    assert "\r" not in markup
    assert not found.crossed
    assert_exact(story, found)


def test_the_small_story_is_there_sign_for_sign(story):
    found = Reader(prose_of(story))
    assert not found.crossed
    assert_exact(story, found)
    assert [each["data-at"] for _, each in found.having(class_=None) if "data-at" in each]


def test_scenes_lie_in_chapters(read):
    story = read(
        "CHAPTER ONE\n\nInes rowed out.\n\n***\n\nTom slept.\n\nCHAPTER TWO\n\nThe lamp was lit.\n"
    )
    markup = prose_of(story)
    found = Reader(markup)
    assert [each["id"] for tag, each in found.elements if tag == "section"] == [
        "c1",
        "s1",
        "s2",
        "c2",
        "s3",
    ]
    assert '<h2 id="p0" class="heading" data-at="0">CHAPTER ONE</h2>' in markup
    assert '<p id="p2" class="break"' in markup
    assert_exact(story, found)


def test_what_is_not_story_is_folded_and_named(read):
    story = read(
        "The Heron by Ada Finch\n\nDisclaimer: nobody in it is real.\n\n"
        "Author's Note: thanks for reading!\n\nInes rowed out. She was alone.\n"
    )
    markup = prose_of(story)
    assert '<details class="paratext"><summary>' in markup
    summary = markup.split("<summary>")[1].split("</summary>")[0]
    assert "isclaimer" in summary
    assert "author note" in summary
    assert_exact(story, Reader(markup))


def test_a_scene_that_shares_its_paragraph_has_its_place(story, end_of):
    first, second = story.scenes
    inside = structs.replace(first, end=5)
    other = structs.replace(second, start=10, end=len(story.document.text))
    shared = structs.replace(story, scenes=(inside, other))
    found = Reader(prose_of(shared))
    assert len(found.having(id="s1")) == len(found.having(id="s2")) == 1
    assert_exact(shared, found)


def test_verse_and_letters_keep_their_look(story):
    first, second, *_ = story.document.paragraphs
    marks = (
        Mark("preformatted", first.start, first.end),
        Mark("blockquote", second.start, second.end),
    )
    looks = structs.replace(story, document=structs.replace(story.document, marks=marks))
    found = Reader(prose_of(looks))
    assert found.having(id="p0")[0][1]["class"] == "verse"
    assert found.having(id="p1")[0][1]["class"] == "inset"


def test_a_chapter_without_a_heading_is_found_by_one(story):
    assert '<h2 class="unseen">Chapter 1</h2>' in prose_of(story)
    titled = structs.replace(story.chapters[0], title="The <Pier>", heading=Span(0, 4))
    markup = prose_of(structs.replace(story, chapters=(titled,)))
    assert '<h2 class="unseen">The &lt;Pier&gt;</h2>' in markup
