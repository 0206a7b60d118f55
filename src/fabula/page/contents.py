"""The table of contents: chapters and their scenes."""

from collections.abc import Sequence

from fabula.page.markup import text_node, told_words
from fabula.page.scenes import SceneOnPage
from fabula.story import Story


def contents(story: Story, scenes: Sequence[SceneOnPage]) -> str:
    """Chapters and scenes as links, folded; where a scene happens is there once it is told."""
    by_chapter: dict[str, list[str]] = {}
    for number, scene in enumerate(scenes, 1):
        by_chapter.setdefault(scene.chapter, []).append(_scene(number, scene))
    items = "".join(
        f'<li><a href="#{chapter.id}">{text_node(_title(chapter.title, number))}</a>'
        f"{_list(by_chapter.get(chapter.id, ()))}</li>\n"
        for number, chapter in enumerate(story.chapters, 1)
    )
    if len(story.chapters) == 1 and story.chapters[0].title is None:
        # One chapter without a title is no more than the story itself.
        items = "".join(by_chapter.get(story.chapters[0].id, ()))
    return (
        '<nav id="nav" aria-labelledby="nav-title"><details><summary>'
        f'<h2 id="nav-title">Contents</h2></summary>\n<ol>{items}</ol></details></nav>\n'
    )


def _title(title: str | None, number: int) -> str:
    return title or f"Chapter {number}"


def _list(scenes: Sequence[str]) -> str:
    return f"<ol>{''.join(scenes)}</ol>" if len(scenes) > 1 else ""


def _scene(number: int, scene: SceneOnPage) -> str:
    place = f" {told_words(scene.place, 'place')}" if scene.place else ""
    return f'<li><a href="#{scene.id}">Scene {number}</a>{place}</li>'
