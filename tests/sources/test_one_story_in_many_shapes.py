"""One story in the shapes that people have it in: the same world comes out of each."""

import textwrap

import msgspec
import pytest
from docx_builder import centred, docx, paragraph, styled
from epub_builder import CONTAINER, ncx, package, packed, page, point

from fabula import pipeline
from fabula.formats.rows import QuotationRow, rows
from fabula.formats.soundness import check
from fabula.story import Story

TITLE, AUTHOR = "The Salt Road", "Hedda Quill"
NOTE = "Thank you all for waiting! Bramblewick found every comma in this one."
END_NOTE = "Next week there will be camels. Please leave a comment if you liked it."
ONE = (
    "Ottilie tied the last sack to the sledge and blew on her fingers. The road was white, and "
    "so was the sky above it.",
    "“We should have gone yesterday,” said Rasmus. “Yesterday there was a moon.”",
    "“Yesterday you had a cold,” Ottilie said.",
    "“I still have a cold.”",
    "She laughed and gave him the end of the rope. He took it without a word, and they began to "
    "walk.",
)
TWO = (
    "By noon the wind had found them. Rasmus pulled his scarf over his nose and counted posts.",
    "“How many?” Ottilie asked him.",
    "“Forty,” he answered. “The inn is at sixty.”",
)
THREE = (
    "The inn was dark when they came to it, and there was a goat on the roof.",
    "“That,” said Rasmus, “is not a good sign.”",
    "Ottilie knocked at the door. Nobody came, and she knocked again.",
)
CHAPTERS = (("The Sledge", (ONE, TWO)), ("The Inn", (THREE,)))


def plain() -> bytes:
    def body(scenes: tuple[tuple[str, ...], ...]) -> str:
        return "\n\n\n\n".join("\n\n".join(scene) for scene in scenes)

    chapters = "\n\n\n\n".join(
        f"Chapter {number}: {title}\n\n{body(scenes)}"
        for number, (title, scenes) in enumerate(CHAPTERS, 1)
    )
    head = f"{TITLE} by {AUTHOR}\n\nAuthor’s Note: {NOTE}"
    return f"{head}\n\n\n\n{chapters}\n\nA/N: {END_NOTE}\n".encode()


def wrapped(text: str, width: int, end: str = "\n") -> str:
    return end.join(textwrap.wrap(text, width))


def gutenberg() -> bytes:
    def scene(paragraphs: tuple[str, ...]) -> str:
        return "\n\n".join(wrapped(paragraph, 72) for paragraph in paragraphs)

    chapters = "".join(
        f"\n\n\n\nCHAPTER {number}.\n{title}\n\n\n"
        + "\n\n       *       *       *       *       *\n\n".join(map(scene, scenes))
        for (title, scenes), number in zip(CHAPTERS, ("I", "II"), strict=True)
    )
    name = TITLE.upper()
    return (
        f"The Project Gutenberg eBook of {TITLE}\n\n"
        "This ebook is for the use of anyone anywhere at no cost.\n\n"
        f"Title: {TITLE}\n\nAuthor: {AUTHOR}\n\nLanguage: English\n\n"
        f"*** START OF THE PROJECT GUTENBERG EBOOK {name} ***\n\n\n\n\n"
        f"{name}\n\nby {AUTHOR}\n\n\n\nCONTENTS\n\nI. The Sledge\nII. The Inn\n"
        f"{chapters}\n\n\n\n*** END OF THE PROJECT GUTENBERG EBOOK {name} ***\n\n"
        "Updated editions will replace the previous one. Section 1. General Terms of Use.\n"
    ).encode()


def fanficfare() -> bytes:
    def scene(paragraphs: tuple[str, ...]) -> str:
        return "\n\n".join(wrapped(paragraph, 78) for paragraph in paragraphs)

    chapters = "".join(
        f"\n\n\t{number}. {title}\n\n"
        + ("**Author's Note:**\n\n> " + wrapped(NOTE, 76, "\n> ") + "\n\n" if number == 1 else "")
        + "\n\n* * *\n\n".join(map(scene, scenes))
        for number, (title, scenes) in enumerate(CHAPTERS, 1)
    )
    text = (
        f"\n\n\n{TITLE}\n\nby {AUTHOR}\n\n\nCategory: Original\nWords: 180\n"
        "Packaged: 2026-01-01 10:00:00\nPublisher: example.org\n"
        "Story URL: https://example.org/s/1\n\n\n"
        f"TABLE OF CONTENTS\n\n1. The Sledge\n\n2. The Inn\n{chapters}\n\nEnd file.\n"
    )
    return text.replace("\n", "\r\n").encode()


def markdown() -> bytes:
    chapters = "\n\n".join(
        f"## {title}\n\n" + "\n\n***\n\n".join("\n\n".join(scene) for scene in scenes)
        for title, scenes in CHAPTERS
    )
    return (
        f"---\ntitle: {TITLE}\nauthor: {AUTHOR}\n---\n\n# {TITLE}\n\n"
        f"**Author’s note:** {NOTE}\n\n{chapters}\n"
    ).encode()


def novelwriter() -> bytes:
    chapters = "\n\n".join(
        f"## {title}\n\n"
        + "\n\n".join(
            f"### Scene {number}\n\n@pov: Ottilie\n% check the goat\n\n" + "\n\n".join(scene)
            for number, scene in enumerate(scenes, 1)
        )
        for title, scenes in CHAPTERS
    )
    return f"%%~name: {TITLE}\n#! {TITLE}\n\n{chapters}\n".encode()


def _userstuff(scenes: tuple[tuple[str, ...], ...]) -> str:
    body = "<hr/>".join("".join(f"<p>{words}</p>" for words in scene) for scene in scenes)
    return f'<div class="userstuff">{body}</div>'


def _archive_chapter(number: int, title: str, scenes: tuple[tuple[str, ...], ...]) -> str:
    notes = (
        f'<p>Chapter Notes</p><blockquote class="userstuff"><p>{NOTE}</p></blockquote>'
        if number == 1
        else ""
    )
    heading = f'<h2 class="heading" id="toc_{number}">Chapter {number}: {title}</h2>'
    return f'<div class="meta group">{heading}{notes}</div>{_userstuff(scenes)}'


def _archive_preface() -> str:
    return (
        '<div id="preface"><h2 class="toc-heading">Preface</h2><p class="message">'
        f'<b>{TITLE}</b><br/>Posted originally on the <a href="#">Archive of Our Own</a> at '
        '<a href="#">http://example.org/works/1</a>.</p><div class="meta"><dl class="tags">'
        "<dt>Rating:</dt><dd>General</dd><dt>Character(s):</dt><dd>Ottilie, Rasmus</dd></dl>"
        f'<h1>{TITLE}</h1><div class="byline">by <a rel="author" href="#">{AUTHOR}</a></div>'
        '<p>Summary</p><blockquote class="userstuff"><p>A walk.</p></blockquote></div></div>'
    )


def _archive_afterword() -> str:
    return (
        '<div id="afterword"><h2 class="toc-heading">Afterword</h2><div class="meta">'
        f'<div id="endnotes"><p>End Notes</p><blockquote class="userstuff"><p>{END_NOTE}</p>'
        '</blockquote></div></div><p class="message">Please drop by the Archive and comment.</p>'
        "</div>"
    )


def _archive_chapters() -> str:
    return "".join(
        _archive_chapter(number, title, scenes)
        for number, (title, scenes) in enumerate(CHAPTERS, 1)
    )


def archive_html() -> bytes:
    chapters = f'<div id="chapters" class="userstuff">{_archive_chapters()}</div>'
    head = '<!DOCTYPE html><html><head><meta charset="utf-8"/><title>x</title></head>'
    return (
        f"{head}<body>{_archive_preface()}{chapters}{_archive_afterword()}</body></html>".encode()
    )


def archive_epub() -> bytes:
    """As its converter makes it: the cut between files falls inside the first chapter."""
    chapters = _archive_chapters()
    cut = chapters.index("<hr/>")
    files = {
        "s_000.xhtml": page(_archive_preface()),
        "s_001.xhtml": page(chapters[:cut] + "</div>"),
        "s_002.xhtml": page('<div class="userstuff2"><hr/>' + chapters[cut + 5 :]),
        "s_003.xhtml": page(_archive_afterword()),
    }
    toc = ncx(
        point("Preface", "s_000.xhtml")
        + point("Chapter 1: The Sledge", "s_001.xhtml#toc_1")
        + point("Chapter 2: The Inn", "s_002.xhtml#toc_2")
        + point("Afterword", "s_003.xhtml")
    )
    members = {**files, "toc.ncx": toc}
    metadata = f"<dc:title>{TITLE}</dc:title><dc:creator>{AUTHOR}</dc:creator>"
    opf = package(members, metadata + "<dc:publisher>Archive of Our Own</dc:publisher>")
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "OEBPS/content.opf": opf,
            **{f"OEBPS/{name}": content for name, content in members.items()},
        }
    )


def manuscript() -> bytes:
    content = [styled(TITLE, "Title"), centred(f"by {AUTHOR}")]
    for number, (title, scenes) in enumerate(CHAPTERS, 1):
        content.append(styled(f"Chapter {number}: {title}", "Heading1"))
        for index, scene in enumerate(scenes):
            content += [centred("#")] if index else []
            content += [paragraph(words) for words in scene]
    return docx(*content, styles=_styles())


def _styles() -> str:
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{label}"/></w:style>'
        for name, label in (("Title", "Title"), ("Heading1", "heading 1"))
    )


SHAPES = {
    "salt.txt": plain,
    "pg1.txt": gutenberg,
    "salt_ffnet.txt": fanficfare,
    "salt.md": markdown,
    "salt.nwd": novelwriter,
    "salt.html": archive_html,
    "salt.epub": archive_epub,
    "salt.docx": manuscript,
}
WITH_NOTES = ("salt.txt", "salt_ffnet.txt", "salt.md", "salt.html", "salt.epub")


@pytest.fixture(scope="module", params=SHAPES, ids=SHAPES)
def shape(request: pytest.FixtureRequest) -> tuple[str, Story]:
    name = request.param
    return name, pipeline.read_bytes(SHAPES[name](), name)


def told(story: Story, start: int, end: int) -> str:
    return " ".join(story.document.text[start:end].split())


def test_the_chapters_are_the_same(shape: tuple[str, Story]) -> None:
    _, story = shape
    titles = [chapter.title or "" for chapter in story.chapters]
    assert len(titles) == 2
    for title, (expected, _) in zip(titles, CHAPTERS, strict=True):
        assert title.lower().endswith(expected.lower())


def test_the_scenes_are_the_same(shape: tuple[str, Story]) -> None:
    _, story = shape
    expected = [" ".join(scene) for _, scenes in CHAPTERS for scene in scenes]
    assert [told(story, scene.start, scene.end) for scene in story.scenes] == expected


def test_the_lines_and_their_speakers_are_the_same(shape: tuple[str, Story]) -> None:
    _, story = shape
    spoken = [
        (row.speaker, " ".join(row.text.split()))
        for row in rows(story, "quotations")
        if isinstance(row, QuotationRow)
    ]
    assert spoken == [
        ("Rasmus", "“We should have gone yesterday,”"),
        ("Rasmus", "“Yesterday there was a moon.”"),
        ("Ottilie", "“Yesterday you had a cold,”"),
        ("Rasmus", "“I still have a cold.”"),
        ("Ottilie", "“How many?”"),
        ("Rasmus", "“Forty,”"),
        ("Rasmus", "“The inn is at sixty.”"),
        ("Rasmus", "“That,” “is not a good sign.”"),
    ]


def test_only_those_in_the_story_are_cast(shape: tuple[str, Story]) -> None:
    _, story = shape
    assert [entity.name for entity in story.cast if entity.named] == ["Ottilie", "Rasmus"]


def test_notes_are_kept_apart_with_their_words(shape: tuple[str, Story]) -> None:
    name, story = shape
    notes = [
        told(story, note.start, note.end) for note in story.paratext if note.role == "author_note"
    ]
    assert any(NOTE in note for note in notes) == (name in WITH_NOTES)
    assert all(
        TITLE.lower() not in told(story, scene.start, scene.end).lower() for scene in story.scenes
    )


def test_title_and_author_are_known(shape: tuple[str, Story]) -> None:
    name, story = shape
    roles = {note.role: told(story, note.start, note.end) for note in story.paratext}
    title = roles.get("title") or story.document.metadata.title or ""
    assert TITLE.lower() in title.lower()
    if name != "salt.nwd":
        authors = roles.get("author", "") + " ".join(story.document.metadata.authors)
        assert AUTHOR in authors


def test_the_leaves_rebuild_the_text(shape: tuple[str, Story]) -> None:
    _, story = shape
    check(story)
    assert "".join(story.document[leaf] for leaf in story.leaves()) == story.document.text


def test_every_word_knows_its_place_in_the_file(shape: tuple[str, Story]) -> None:
    name, story = shape
    if name.endswith((".epub", ".docx")):
        pytest.skip("the parts of archives are tested beside their readers")
    lines = SHAPES[name]().decode().replace("\r\n", "\n").split("\n")
    for token in story.document.tokens:
        place = story.document.place(token.start)
        found = lines[place.line - 1][place.column - 1 :]
        assert found.startswith(story.document[token])


def test_reading_a_shape_twice_gives_the_same_story(shape: tuple[str, Story]) -> None:
    name, story = shape
    again = pipeline.read_bytes(SHAPES[name](), name)
    assert msgspec.json.encode(again) == msgspec.json.encode(story)
