"""The text of a story as HTML: chapters, scenes, paragraphs, and what is not story folded away."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from fabula.page.inline import Inlines
from fabula.page.markup import attributes, text_node
from fabula.page.people import PersonOnPage
from fabula.page.scene_strip import scene_strip
from fabula.page.scenes import SceneOnPage
from fabula.story import Chapter, Paratext, SceneId, Story
from fabula.text import Paragraph, Spanned, overlapping

_LOOKS: Mapping[str, str] = {
    "centred": "centred",
    "blockquote": "inset",
    "preformatted": "verse",
}
"""Marks of the file and the class that a paragraph with such a mark gets."""


def prose(story: Story, people: Sequence[PersonOnPage], scenes: Sequence[SceneOnPage]) -> str:
    """The whole text; what each paragraph's tags hold is its text, code point for code point."""
    flow = _Flow(story, people, scenes)
    for index, paragraph in enumerate(story.document.paragraphs):
        flow.add(index, paragraph)
    return flow.finished()


def is_chapter_heading(chapter: Chapter, paragraph: Spanned) -> bool:
    """Whether the paragraph is (a line of) the heading of the chapter."""
    heading = chapter.heading
    return heading is not None and heading.start <= paragraph.start and paragraph.end <= heading.end


class _Flow:
    """Writes paragraph after paragraph, opening and closing what stands around them."""

    def __init__(
        self, story: Story, people: Sequence[PersonOnPage], scenes: Sequence[SceneOnPage]
    ) -> None:
        self._story = story
        self._people = people
        self._scenes = scenes
        self._numbers: Mapping[SceneId, int] = {
            scene.id: number for number, scene in enumerate(scenes, 1)
        }
        self._inlines = Inlines(story, people)
        self._looks = _Looks(story)
        self._paratext = _NotStory(story)
        self._written: list[str] = []
        self._begun_chapters = self._begun_scenes = 0
        self._chapter_end = self._scene_end = 0
        self._in_chapter = self._in_scene = self._in_paratext = self._titled = False

    def add(self, index: int, paragraph: Paragraph) -> None:
        """One paragraph more."""
        self._leave(paragraph)
        self._enter(paragraph)
        if not self._paratext.roles(paragraph):
            self._end_paratext()
        elif not self._in_paratext:
            self._begin_paratext(index)
        self._write_paragraph(index, paragraph)

    def finished(self) -> str:
        """All of it, everything closed."""
        self._end_scene()
        self._end_chapter()
        return "".join(self._written)

    def _write(self, markup: str) -> None:
        self._written.append(markup)

    def _write_paragraph(self, index: int, paragraph: Paragraph) -> None:
        inside = self._inlines.written(index, paragraph)
        chapter = self._story.chapters[self._begun_chapters - 1] if self._in_chapter else None
        if chapter is not None and is_chapter_heading(chapter, paragraph):
            if not self._titled:
                self._titled = True
                shown = attributes(id=f"p{index}", class_="heading", data_at=paragraph.start)
                self._write(f"<h2{shown}>{inside}</h2>\n")
                return
            class_: str | None = "heading"
        else:
            class_ = self._looks.of(paragraph)
        shown = attributes(id=f"p{index}", class_=class_, data_at=paragraph.start)
        self._write(f"<p{shown}>{inside}</p>\n")

    def _leave(self, paragraph: Paragraph) -> None:
        """Close what ends before this paragraph."""
        if self._in_scene and self._scene_end <= paragraph.start:
            self._end_scene()
        if self._in_chapter and self._chapter_end <= paragraph.start:
            self._end_scene()
            self._end_chapter()

    def _enter(self, paragraph: Paragraph) -> None:
        """Open what begins in or before it; a scene without a paragraph of its own is there too."""
        chapters, scenes = self._story.chapters, self._story.scenes
        while (
            self._begun_chapters < len(chapters)
            and chapters[self._begun_chapters].start < paragraph.end
        ):
            self._end_scene()
            self._end_chapter()
            self._begin_chapter(chapters[self._begun_chapters], paragraph)
        while self._begun_scenes < len(scenes) and scenes[self._begun_scenes].start < paragraph.end:
            self._end_scene()
            self._begin_scene(self._scenes[self._begun_scenes])

    def _begin_chapter(self, chapter: Chapter, paragraph: Paragraph) -> None:
        self._end_paratext()
        self._begun_chapters += 1
        self._chapter_end, self._in_chapter = chapter.end, True
        self._titled = False
        self._write(f'<section class="chapter" id="{chapter.id}">\n')
        if not is_chapter_heading(chapter, paragraph):
            # Nothing in the text heads it; those who hear the page still find it by a heading.
            self._titled = True
            title = chapter.title or f"Chapter {self._begun_chapters}"
            self._write(f'<h2 class="unseen">{text_node(title)}</h2>\n')

    def _begin_scene(self, scene: SceneOnPage) -> None:
        self._end_paratext()
        self._begun_scenes += 1
        self._scene_end, self._in_scene = scene.end, True
        self._write(f'<section class="scene" id="{scene.id}">\n')
        self._write(scene_strip(self._numbers[scene.id], scene, self._people))

    def _end_scene(self) -> None:
        self._end_paratext()
        if self._in_scene:
            self._write("</section>\n")
        self._in_scene = False

    def _end_chapter(self) -> None:
        if self._in_chapter:
            self._write("</section>\n")
        self._in_chapter = False

    def _begin_paratext(self, index: int) -> None:
        """Fold what is not story, and name all that the fold holds."""
        roles: dict[str, None] = {}
        for paragraph in self._story.document.paragraphs[index:]:
            own = self._paratext.roles(paragraph)
            if not own:
                break
            roles |= dict.fromkeys(own)
        self._write(f'<details class="paratext"><summary>{_named(roles)}</summary>\n')
        self._in_paratext = True

    def _end_paratext(self) -> None:
        if self._in_paratext:
            self._write("</details>\n")
        self._in_paratext = False


class _Looks:
    """How the file itself says that paragraphs look, and which are marks between scenes."""

    def __init__(self, story: Story) -> None:
        self._marks = [
            mark for mark in story.document.marks if mark.kind in _LOOKS and mark.start < mark.end
        ]
        self._breaks = [scene.mark for scene in story.scenes if scene.mark is not None]

    def of(self, paragraph: Paragraph) -> str | None:
        """The classes of a paragraph, None for a plain one."""
        classes = {
            _LOOKS[mark.kind]
            for mark in overlapping(self._marks, paragraph.start, paragraph.end)
            if mark.start <= paragraph.start and paragraph.end <= mark.end
        }
        if overlapping(self._breaks, paragraph.start, paragraph.end):
            classes.add("break")
        return " ".join(sorted(classes)) or None


class _NotStory:
    """Which paragraphs are paratext from end to end."""

    def __init__(self, story: Story) -> None:
        self._text = story.document.text
        self._notes = sorted(story.paratext, key=attrgetter("start"))
        self._starts = [note.start for note in self._notes]
        self._longest = max((note.end - note.start for note in self._notes), default=0)

    def roles(self, paragraph: Paragraph) -> tuple[str, ...]:
        """What it is, if every sign of it is paratext; nothing for a paragraph of the story."""
        notes = self._around(paragraph)
        position = paragraph.start
        for note in notes:
            if self._text[position : note.start].strip():
                return ()
            position = max(position, note.end)
        if self._text[position : paragraph.end].strip():
            return ()
        return tuple(dict.fromkeys(note.role for note in notes))

    def _around(self, paragraph: Paragraph) -> Sequence[Paratext]:
        low = bisect_left(self._starts, paragraph.start - self._longest)
        high = bisect_right(self._starts, paragraph.end - 1)
        return [note for note in self._notes[low:high] if note.end > paragraph.start]


def _named(roles: Iterable[str]) -> str:
    """“Title, author, disclaimer” for the fold."""
    words = ", ".join(role.replace("_", " ") for role in roles)
    return text_node(words[:1].upper() + words[1:])
