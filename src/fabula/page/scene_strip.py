"""The strip above a scene: where and when, through whose eyes, who is there."""

from collections.abc import Iterator, Sequence

from fabula.formats.numbers import counted
from fabula.page.markup import attributes, person_link, person_mark, text_node, told_words
from fabula.page.people import PersonOnPage
from fabula.page.scenes import SceneOnPage
from fabula.story import EntityId


def scene_strip(number: int, scene: SceneOnPage, people: Sequence[PersonOnPage]) -> str:
    """A quiet line that unfolds: in it what a scene is, each part shown once it is told."""
    known = {person.id: person for person in people}
    told = "".join((*_place_and_time(scene), *_eyes(scene, known)))
    rows = "".join((*_present(scene, known), *_telling(scene), *_words(scene)))
    return (
        f'<details class="strip"><summary><h3>Scene {number}</h3>{told}</summary>'
        f"<dl>{rows}</dl></details>\n"
    )


def _place_and_time(scene: SceneOnPage) -> Iterator[str]:
    if scene.place:
        yield f' <span class="place">{told_words(scene.place)}</span>'
    if scene.time is not None:
        yield f' <span class="time">{told_words((scene.time,))}</span>'


def _eyes(scene: SceneOnPage, known: dict[EntityId, PersonOnPage]) -> Iterator[str]:
    if scene.viewpoint is None:
        return
    told_at, who = scene.viewpoint
    names = told_words(known[who].names, since=told_at)
    yield f' <span class="eyes"{attributes(data_at=told_at)}>seen through {names}</span>'


def _present(scene: SceneOnPage, known: dict[EntityId, PersonOnPage]) -> Iterator[str]:
    if not scene.present:
        return
    there = "".join(_chip(known[who], told_at) for told_at, who in scene.present)
    first = min(told_at for told_at, _ in scene.present)
    yield _row("Present", f'<ul class="people">{there}</ul>', first)


def _chip(person: PersonOnPage, told_at: int) -> str:
    shown = attributes(data_at=told_at)
    return f"<li{shown}>{person_mark(person, told_at)}{person_link(person, told_at)}</li>"


def _telling(scene: SceneOnPage) -> Iterator[str]:
    told = ", ".join(
        filter(None, (f"{scene.person} person" if scene.person else None, scene.tense))
    )
    if told:
        yield _row("Told in", text_node(told), scene.end)


def _words(scene: SceneOnPage) -> Iterator[str]:
    share = round(scene.talk * 100)
    meter = f'<meter max="100" value="{share}" aria-hidden="true"></meter>'
    yield _row("Length", counted(scene.words, "word"), scene.at)
    yield _row("Spoken", f"{meter} {share} %", scene.end)


def _row(term: str, inside: str, told_at: int) -> str:
    """A row that may be shown from `told_at` on; `inside` is HTML."""
    return f"<div{attributes(data_at=told_at)}><dt>{term}</dt><dd>{inside}</dd></div>"
