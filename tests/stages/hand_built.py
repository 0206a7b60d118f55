"""Stories written by hand: prose with its mentions marked, so that a stage can be tested alone.

`{anna|Anna}` marks the words “Anna” as a mention of the person `anna`; `{?|a voice}` is a mention
of nobody known. Pronouns and capitals give the form. Quotations are whatever stands between
curly double marks, and inside them between curly single ones; an asterisked stretch is a
thought, one between guillemets a letter. A blank line ends a paragraph; a line
`***` ends a scene.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from fabula.segmentation import segment
from fabula.story import (
    Chapter,
    ChapterId,
    Entity,
    EntityId,
    Link,
    Mention,
    MentionId,
    Quotation,
    QuotationId,
    Scene,
    SceneId,
    Story,
    Telling,
)
from fabula.text import Document, Paragraph, Span

PRONOUNS = frozenset(
    """
    i me my mine he him his she her hers they them their we us our you your it its himself
    herself
    """.split()
)
DETERMINERS = ("The ", "A ", "An ", "Her ", "His ", "My ")
MARK = re.compile(r"\{([^|{}]+)\|([^{}]+)\}")
QUOTED = re.compile(r"“[^”]*(?:”|\Z)|(?<!\*)\*[^*\n]+\*(?!\*)|«[^»]*»")
NESTED = re.compile(r"‘[^’]*’")
KINDS = {"“": "speech", "*": "thought", "«": "writing"}
STYLES = {"“": "double", "*": "emphasis", "«": "guillemet"}
# Between two parts of one quotation: a cue that ends in a comma, the words going on in lower case.
JOINING = re.compile(r"[^“”.!?\n]+[,;—]\s*")


@dataclass
class Builder:
    text: str = ""
    marks: list[tuple[int, int, str]] = field(default_factory=list)

    def read(self, prose: str) -> None:
        position = 0
        for match in MARK.finditer(prose):
            self.text += prose[position : match.start()]
            start = len(self.text)
            self.text += match.group(2)
            self.marks.append((start, len(self.text), match.group(1)))
            position = match.end()
        self.text += prose[position:]


def story(prose: str, *, narrator: str | None = None, **pronouns: str) -> Story:
    """A story up to the links layer; `anna="she"` gives a person's pronouns, “group” a group."""
    builder = Builder()
    builder.read(prose)
    text = builder.text
    document = segment(
        Document(text=text, name="test.txt", format="plain", paragraphs=paragraphs(text))
    )
    quotations = find_quotations(text)
    mentions, links = read_mentions(builder, quotations)
    names: dict[str, str] = {}
    for start, end, person in builder.marks:
        words = text[start:end]
        if person != "?" and (person not in names or not names[person][0].isupper()):
            names[person] = words
    cast = [
        Entity(
            id=EntityId(person),
            name=name,
            kind="group" if pronouns.get(person) == "group" else "person",
            pronouns=None if pronouns.get(person) == "group" else pronouns.get(person),
            narrator=person == narrator,
        )
        for person, name in names.items()
    ]
    built = Story(document=document)
    layers = {
        "paratext": (),
        "chapters": (Chapter(id=ChapterId("c1"), start=0, end=len(text)),),
        "scenes": scenes(text),
        "quotations": quotations,
        "mentions": mentions,
        "cast": cast,
        "tellings": tellings(cast, len(text)),
        "links": links,
    }
    for name, records in layers.items():
        built = built.with_layer(name, records)
    return built


def tellings(cast: Sequence[Entity], end: int) -> tuple[Telling, ...]:
    """The narrator tells everything."""
    return tuple(
        Telling(start=0, end=end, narrator_id=each.id, reason="alone")
        for each in cast
        if each.narrator
    )


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    found = re.finditer(r"\S(?:.|\n(?!\n))*", text)
    return tuple(
        Paragraph(match.start(), match.start() + len(match.group().rstrip())) for match in found
    )


def scenes(text: str) -> tuple[Scene, ...]:
    found = []
    position = 0
    for number, part in enumerate(text.split("***"), start=1):
        start = position + len(part) - len(part.lstrip())
        found.append(
            Scene(
                id=SceneId(f"s{number}"),
                chapter_id=ChapterId("c1"),
                opened_by="start" if number == 1 else "glyphs",
                start=start,
                end=position + len(part.rstrip()),
            )
        )
        position += len(part) + len("***")
    return tuple(found)


def find_quotations(text: str) -> tuple[Quotation, ...]:
    groups: list[list[Span]] = []
    for match in QUOTED.finditer(text):
        part = Span(*match.span())
        gap = text[groups[-1][-1].end : part.start] if groups else ""
        if groups and JOINING.fullmatch(gap) and text[part.start + 1].islower():
            groups[-1].append(part)
        else:
            groups.append([part])
    outer = [
        Quotation(
            id=QuotationId(f"q{number}"),
            start=parts[0].start,
            end=parts[-1].end,
            parts=tuple(parts),
            kind=KINDS[text[parts[0].start]],
            style=STYLES[text[parts[0].start]],
            closed=text[parts[-1].end - 1] in "”*»",
        )
        for number, parts in enumerate(groups, start=1)
    ]
    inner = [
        Quotation(
            id=QuotationId(f"{host.id}n{number}"),
            start=match.start(),
            end=match.end(),
            parts=(Span(*match.span()),),
            kind="speech",
            style="single",
            within=host.id,
        )
        for host in outer
        for number, match in enumerate(NESTED.finditer(text, host.start, host.end), start=1)
    ]
    return tuple(sorted([*outer, *inner], key=lambda quotation: quotation.start))


def read_mentions(
    builder: Builder, quotations: tuple[Quotation, ...]
) -> tuple[list[Mention], list[Link]]:
    mentions, links = [], []
    for number, (start, end, person) in enumerate(builder.marks, start=1):
        words = builder.text[start:end]
        pronoun = words.lower() in PRONOUNS
        proper = words[0].isupper() and not words.startswith(DETERMINERS)
        last = re.search(r"\S+$", words)
        mention = Mention(
            id=MentionId(f"m{number}"),
            start=start,
            end=end,
            type="PER",
            form="pronominal" if pronoun else "proper" if proper else "nominal",
            head=Span(start + last.start(), end),
            quotation_id=next(
                (
                    quotation.id
                    for quotation in quotations
                    for part in quotation.parts
                    if part.start <= start < part.end
                ),
                None,
            ),
        )
        mentions.append(mention)
        if person != "?":
            links.append(
                Link(
                    mention_id=mention.id,
                    entity_id=EntityId(person),
                    reason="marked by hand",
                    confidence=1.0,
                )
            )
    return mentions, links
