"""From where on a reader knows that somebody is there in a column, or sees it all."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from fabula.page.charts.columns import Column
from fabula.page.charts.spoken_lines import lines
from fabula.page.people import PersonOnPage, mentions_by_person
from fabula.story import EntityId, SceneId, Story


class Appearance(Struct, frozen=True):
    """Somebody is there in a column; this may be seen from `at` on (code points).

    `company` numbers the people of a column who meet: those who share a scene of it with each
    other. `seeing_at` is set where (a scene of) the column is told through their eyes, and says
    from where on one knows.
    """

    who: EntityId
    column: int
    at: int
    company: int
    seeing_at: int | None = None


def appearances(
    story: Story, columns: Sequence[Column], people: Iterable[PersonOnPage]
) -> tuple[Appearance, ...]:
    """Who is there in each column, column by column, in order of appearance.

    That somebody is there is known from the end of their first mention in the scene outside
    quotations, or of the first line that they speak.
    """
    shown = {person.id: person for person in people}
    signs = _signs(story)
    seeing = _seeing(story, shown)
    present = {each.scene_id: each.entity_ids for each in story.presence}
    found = []
    for index, column in enumerate(columns):
        company = _companies([present.get(scene.id, ()) for scene in column.scenes])
        first: dict[EntityId, int] = {}
        for scene in column.scenes:
            for who in present.get(scene.id, ()):
                if who in shown:
                    at = max(signs.get((who, scene.id), scene.end), shown[who].told_at)
                    first.setdefault(who, at)
        for who, at in first.items():
            eyes = [seeing[key] for each in column.scenes if (key := (who, each.id)) in seeing]
            sees = max(min(eyes), at) if eyes else None
            found.append(Appearance(who, index, at, company[who], sees))
    return tuple(found)


def _signs(story: Story) -> Mapping[tuple[EntityId, SceneId], int]:
    """The end of the first words in each scene by which one knows that somebody is there."""
    signs: dict[tuple[EntityId, SceneId], int] = {}
    starts = [scene.start for scene in story.scenes]

    def add(who: EntityId, start: int, end: int) -> None:
        index = bisect_right(starts, start) - 1
        if index >= 0:
            key = (who, story.scenes[index].id)
            signs[key] = min(end, signs.get(key, end))

    for who, mentions in mentions_by_person(story).items():
        for mention in mentions:
            if mention.quotation_id is None:
                add(who, mention.start, mention.end)
    for spoken in lines(story):
        add(spoken.by, spoken.start, spoken.at)
    return signs


def _seeing(
    story: Story, shown: Mapping[EntityId, PersonOnPage]
) -> Mapping[tuple[EntityId, SceneId], int]:
    """Through whose eyes each scene is told, and from where on one knows."""
    ends = {scene.id: scene.end for scene in story.scenes}
    return {
        (each.focalizer_id, each.scene_id): min(
            (span.end for span in each.evidence), default=ends[each.scene_id]
        )
        for each in story.viewpoints
        if each.focalizer_id in shown and each.focalizer_id is not None
    }


def _companies(scenes: Iterable[Sequence[EntityId]]) -> Mapping[EntityId, int]:
    """A number for everybody, the same for two who share a scene, if only through a third."""
    company: dict[EntityId, int] = {}
    for number, who_is_there in enumerate(scenes):
        joined = {company[who] for who in who_is_there if who in company}
        for who in [*who_is_there, *(each for each in company if company[each] in joined)]:
            company[who] = number
    return company
