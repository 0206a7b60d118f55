"""The cast of the page: a card for everybody, which tells no more than has been read."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from fabula.formats.numbers import counted
from fabula.page.markup import attributes, person_mark, text_node, told_words
from fabula.page.people import PersonOnPage, mentions_by_person, words_spoken
from fabula.page.scenes import SceneOnPage
from fabula.story import EntityId, Mention, Story


def cast_section(
    story: Story, people: Sequence[PersonOnPage], scenes: Sequence[SceneOnPage]
) -> str:
    """The cast as cards in a fold, those who are on the page most first."""
    cards = _Cards(story, scenes)
    mentions = mentions_by_person(story)
    ranked = sorted(people, key=lambda person: -len(mentions.get(person.id, ())))
    main = "".join(cards.card(person) for person in ranked if person.colour)
    others = [person for person in ranked if not person.colour]
    everyone = attributes(
        class_="count", data_at=max((person.told_at for person in people), default=0)
    )
    return (
        '<section id="cast" aria-labelledby="cast-title"><details><summary>'
        f'<h2 id="cast-title">Cast</h2> <span{everyone}>{len(people):,}</span></summary>\n'
        f'<div class="cards">\n{main}</div>\n{_folded(others, cards)}</details></section>\n'
    )


def _folded(people: Sequence[PersonOnPage], cards: "_Cards") -> str:
    """Those who only pass by, out of the way of the others."""
    if not people:
        return ""
    shown = attributes(class_="others", data_at=min(person.told_at for person in people))
    inside = "".join(cards.card(person) for person in people)
    return (
        f"<details{shown}><summary>Others, mentioned once or twice</summary>\n"
        f'<div class="cards">\n{inside}</div></details>'
    )


class _Cards:
    """What the cards need to know of the story."""

    def __init__(self, story: Story, scenes: Sequence[SceneOnPage]) -> None:
        self._mentions: Mapping[EntityId, Sequence[Mention]] = mentions_by_person(story)
        self._spoken = words_spoken(story)
        self._lines = Counter(each.speaker_id for each in story.attributions if each.speaker_id)
        self._starts = [paragraph.start for paragraph in story.document.paragraphs]
        self._last_lines: dict[EntityId, int] = {}
        ends = {quotation.id: quotation.end for quotation in story.quotations}
        for each in story.attributions:
            if each.speaker_id is not None:
                self._last_lines[each.speaker_id] = ends[each.quotation_id]
        self._scenes: dict[EntityId, list[tuple[int, str]]] = {}
        for scene in scenes:
            for told_at, who in scene.present:
                self._scenes.setdefault(who, []).append((told_at, scene.id))

    def card(self, person: PersonOnPage) -> str:
        """Somebody's card."""
        shown = attributes(id=f"who-{person.id}", class_="who", data_at=person.told_at)
        name = told_words(person.names, "name")
        rows = "".join((*self._mentioned(person), *self._speaks(person), *self._there(person)))
        return (
            f"<article{shown}><h3>{person_mark(person)}{name}</h3>"
            f"{_called(person)}<dl>{rows}</dl></article>\n"
        )

    def _mentioned(self, person: PersonOnPage) -> Iterator[str]:
        """How often, told with the last mention, and the ways to the first and the last."""
        own = self._mentions.get(person.id, ())
        if not own:
            return
        first, last = own[0], own[-1]
        told = attributes(data_at=last.end)
        inside = f'<a href="#{self._paragraph(first)}">first</a>'
        if len(own) > 1:
            inside = (
                f"<span{told}>{len(own):,} times, </span>{inside} "
                f'<a href="#{self._paragraph(last)}"{told}>last</a>'
            )
        yield f"<div><dt>Mentioned</dt><dd>{inside}</dd></div>"

    def _speaks(self, person: PersonOnPage) -> Iterator[str]:
        """How much somebody says, told with their last line."""
        if person.id not in self._last_lines:
            return
        shown = attributes(data_at=self._last_lines[person.id])
        lines, words = self._lines[person.id], self._spoken[person.id]
        # The script counts anew when a reader puts right who says a line.
        said = (
            f'<span data-count="lines">{counted(lines, "line")}</span>, '
            f'<span data-count="words">{counted(words, "word")}</span>'
        )
        yield f"<div{shown}><dt>Speaks</dt><dd>{said}</dd></div>"

    def _there(self, person: PersonOnPage) -> Iterator[str]:
        scenes = self._scenes.get(person.id, ())
        if not scenes:
            return
        links = "".join(
            f'<li{attributes(data_at=told_at)}><a href="#{scene_id}">{scene_id[1:]}</a></li>'
            for told_at, scene_id in scenes
        )
        shown = attributes(data_at=scenes[0][0])
        yield f'<div{shown}><dt>Scenes</dt><dd><ul class="scenes">{links}</ul></dd></div>'

    def _paragraph(self, mention: Mention) -> str:
        return f"p{max(bisect_right(self._starts, mention.start) - 1, 0)}"


def _called(person: PersonOnPage) -> str:
    """The other names, each from its first use on, and only while another one is shown."""
    others = "".join(_alias(person, told_at, alias) for told_at, alias in person.aliases)
    if not others:
        return ""
    return f'<p class="unseen">Also called</p><ul class="called">{others}</ul>'


def _alias(person: PersonOnPage, told_at: int, alias: str) -> str:
    since = told_at
    for offset, name in person.names:
        if name == alias:
            # Shown as the name itself until a fuller one takes its place.
            later = [at for at, _ in person.names if at > offset]
            since = max(since, later[0]) if later else since
    return f"<li{attributes(data_at=since)}>{text_node(alias)}</li>"
