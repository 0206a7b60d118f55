"""Made-up stories, written as who is there in each scene: `invented("AB", "BC")`."""

from collections.abc import Iterator, Sequence
from itertools import chain
from xml.etree import ElementTree

from fabula.page.charts import Chart
from fabula.page.people import PersonOnPage, people_on_page
from fabula.story import (
    Attribution,
    Chain,
    ChainId,
    Chapter,
    ChapterId,
    Entity,
    EntityId,
    Mention,
    MentionId,
    Presence,
    Quotation,
    QuotationId,
    Scene,
    SceneId,
    Story,
)
from fabula.text import Document, Paragraph, Span

NAMES = "Ada Bruno Cleo Dov Ed Fay Gus Hal Ida Jo Kit Lou Mo Nell Oz Pip Quin Ros Sol Tess".split()


def name_of(letter: str) -> str:
    return NAMES[ord(letter) - ord("A")]


def invented(
    *scenes: str, talk: Sequence[str] = (), chapters: int = 1, names: dict[str, str] | None = None
) -> Story:
    """A story with a scene for each word; its letters are the people who come up, in this order.

    `talk` lists lines as “1AB”: in scene 1 A says something to B. Each scene is a paragraph of
    names, with its lines after them.
    """
    writer = _Writer(names or {})
    for number, letters in enumerate(scenes, 1):
        writer.scene(letters, [line for line in talk if int(line[:-2]) == number])
    return writer.story(chapters)


class _Writer:
    def __init__(self, names: dict[str, str]) -> None:
        self.names = names
        self.text = ""
        self.scenes: list[tuple[int, int]] = []
        self.mentions: dict[str, list[Mention]] = {}
        self.presence: list[str] = []
        self.quotations: list[Quotation] = []
        self.attributions: list[Attribution] = []

    def scene(self, letters: str, talk: Sequence[str]) -> None:
        start = len(self.text)
        self.text += "It rained. "
        for letter in letters:
            self.mention(letter)
            self.text += " came along. "
        for line in talk:
            self.line(line[-2], line[-1])
        self.scenes.append((start, len(self.text.rstrip())))
        self.presence.append(letters)
        self.text += "\n\n"

    def mention(self, letter: str) -> None:
        start = len(self.text)
        self.text += self.names.get(letter) or name_of(letter)
        number = sum(map(len, self.mentions.values()))
        span = Span(start, len(self.text))
        mention = Mention(
            id=MentionId(f"m{number}"),
            start=start,
            end=len(self.text),
            type="PER",
            form="proper",
            head=span,
        )
        self.mentions.setdefault(letter, []).append(mention)

    def line(self, speaker: str, listener: str) -> None:
        start = len(self.text)
        self.text += "“There is jam left.” "
        quotation_id = QuotationId(f"q{len(self.quotations) + 1}")
        span = Span(start, len(self.text) - 1)
        self.quotations.append(
            Quotation(
                id=quotation_id,
                start=span.start,
                end=span.end,
                parts=(span,),
                kind="speech",
                style="double",
            )
        )
        self.attributions.append(
            Attribution(
                quotation_id=quotation_id,
                speaker_id=EntityId(speaker),
                addressee_ids=(EntityId(listener),) if listener != "-" else (),
                evidence="turn",
                confidence=0.9,
            )
        )

    def story(self, chapters: int) -> Story:
        size = -(-len(self.scenes) // chapters)
        letters = sorted(self.mentions, key=lambda each: self.mentions[each][0].start)
        return Story(
            document=Document(
                text=self.text,
                name="made.txt",
                format="plain",
                paragraphs=tuple(Paragraph(*scene) for scene in self.scenes),
            ),
            chapters=tuple(
                Chapter(
                    id=ChapterId(f"c{index // size + 1}"),
                    start=self.scenes[index][0],
                    end=self.scenes[min(index + size, len(self.scenes)) - 1][1],
                )
                for index in range(0, len(self.scenes), size)
            ),
            scenes=tuple(
                Scene(
                    id=SceneId(f"s{index + 1}"),
                    chapter_id=ChapterId(f"c{index // size + 1}"),
                    opened_by="blank",
                    start=start,
                    end=end,
                )
                for index, (start, end) in enumerate(self.scenes)
            ),
            quotations=tuple(self.quotations),
            mentions=tuple(
                sorted(chain.from_iterable(self.mentions.values()), key=lambda each: each.start)
            ),
            cast=tuple(
                Entity(id=EntityId(each), name=self.names.get(each) or name_of(each))
                for each in letters
            ),
            chains=tuple(
                Chain(
                    id=ChainId(f"r{number}"),
                    mention_ids=tuple(mention.id for mention in self.mentions[letter]),
                    type="PER",
                    entity_id=EntityId(letter),
                )
                for number, letter in enumerate(letters, 1)
            ),
            attributions=tuple(self.attributions),
            presence=tuple(
                Presence(
                    scene_id=SceneId(f"s{index}"),
                    entity_ids=tuple(EntityId(each) for each in letters),
                )
                for index, letters in enumerate(self.presence, 1)
            ),
        )


def people(story: Story) -> tuple[PersonOnPage, ...]:
    return people_on_page(story)


def tree(chart: Chart | None) -> ElementTree.Element:
    """The chart parsed, which shows that it is well-formed."""
    assert chart is not None
    return ElementTree.fromstring(chart.svg)


def of_class(root: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    for each in root.iter():
        if name in each.get("class", "").split():
            yield each


def words(root: ElementTree.Element) -> list[str]:
    """What stands in the chart, with what shows at a touch."""
    return [each.text for each in root.iter() if each.text and each.text.strip()]


def shown_at(root: ElementTree.Element, position: int) -> list[ElementTree.Element]:
    """The elements that a script shows when the text is read up to the position."""
    found = []

    def walk(each: ElementTree.Element) -> None:
        if int(each.get("data-at", 0)) > position:
            return
        if int(each.get("data-until", position + 1)) <= position:
            return
        found.append(each)
        for child in each:
            walk(child)

    walk(root)
    return found
