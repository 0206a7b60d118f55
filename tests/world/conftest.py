"""A small story with every layer written by hand, so that questions can be asked of it.

Ines gives Tom a key in the boathouse; later the stranger turns out to be Odo Reed, Tom's uncle.
"""

import pytest

from fabula.formats.soundness import check
from fabula.segmentation import segment
from fabula.sources import plain
from fabula.story import (
    Alias,
    Attribution,
    Chain,
    ChainId,
    Chapter,
    ChapterId,
    Custody,
    Entity,
    EntityId,
    Knowledge,
    Link,
    Mention,
    MentionId,
    Presence,
    Quotation,
    QuotationId,
    Relation,
    Scene,
    SceneId,
    State,
    Stay,
    Story,
    Viewpoint,
)
from fabula.text import Span

TEXT = (
    "Ines waited in the boathouse. She handed Tom the small key, and Tom slept.\n\n"
    "“Wake up, Tom,” said Ines. Tom woke.\n\n"
    "A stranger came to the pier. He had grey eyes.\n\n"
    "“I am Odo Reed, your uncle,” said the stranger. Odo took the key."
)
_PEOPLE = {
    "ines": ("Ines", "She"),
    "tom": ("Tom", "your"),
    "odo": ("A stranger", "He", "I", "Odo Reed", "the stranger", "Odo"),
}
_THINGS = {
    "r4": ("ITEM", ("the small key", "the key")),
    "r5": ("FAC", ("the boathouse",)),
    "r6": ("FAC", ("the pier",)),
}


def span(words, nth=1):
    """Where these words stand."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def end_of(words):
    """The offset just behind these words."""
    return span(words).end


def small_world():
    """The story with all its layers."""
    story = Story(document=segment(plain.from_text(TEXT)))
    mentions, chains, links = _mentions()
    second = span("A stranger").start
    layers = {
        "paratext": (),
        "chapters": (Chapter(id=ChapterId("c1"), start=0, end=len(TEXT)),),
        "scenes": (
            _scene("s1", 0, end_of("Tom woke.")),
            _scene("s2", second, len(TEXT)),
        ),
        "quotations": (_quotation("q1", "“Wake up, Tom,”"), _quotation("q2", _INTRODUCTION)),
        "mentions": mentions,
        "cast": (
            Entity(id=EntityId("ines"), name="Ines", pronouns="she"),
            Entity(id=EntityId("tom"), name="Tom"),
            Entity(
                id=EntityId("odo"),
                name="Odo Reed",
                pronouns="he",
                aliases=(Alias(name="Odo", reason="part of the name"),),
            ),
        ),
        "links": links,
        "attributions": (
            _said("q1", "ines", "tom", span("said Ines")),
            _said("q2", "odo", "tom", span("said the stranger")),
        ),
        "speech_links": (),
        "chains": chains,
        "events": (),
        "presence": (
            Presence(scene_id=SceneId("s1"), entity_ids=(EntityId("ines"), EntityId("tom"))),
            Presence(scene_id=SceneId("s2"), entity_ids=(EntityId("odo"), EntityId("tom"))),
        ),
        "viewpoints": (
            Viewpoint(scene_id=SceneId("s1"), focalizer_id=EntityId("ines")),
            Viewpoint(scene_id=SceneId("s2")),
        ),
        **_world(),
    }
    for name, records in layers.items():
        story = story.with_layer(name, records)
    check(story)
    return story


_INTRODUCTION = "“I am Odo Reed, your uncle,”"


def _scene(name, start, end):
    return Scene(
        id=SceneId(name), chapter_id=ChapterId("c1"), opened_by="start", start=start, end=end
    )


def _quotation(name, words):
    place = span(words)
    return Quotation(
        id=QuotationId(name),
        start=place.start,
        end=place.end,
        parts=(place,),
        kind="speech",
        style="double",
    )


def _said(quotation, speaker, addressee, cue):
    return Attribution(
        quotation_id=QuotationId(quotation),
        speaker_id=EntityId(speaker),
        addressee_ids=(EntityId(addressee),),
        cue=cue,
        evidence="explicit",
        confidence=0.9,
    )


def _all_spans(words):
    found, start = [], TEXT.find(words)
    while start >= 0:
        end = start + len(words)
        before, behind = TEXT[start - 1 : start], TEXT[end : end + 1]
        if not before.isalpha() and not behind.isalpha():
            found.append(Span(start, end))
        start = TEXT.find(words, start + 1)
    return found


def _mentions():
    """The mentions in text order, with the chains and links over them."""
    owners = {}
    for name, forms in _PEOPLE.items():
        for words in forms:
            owners |= dict.fromkeys(_all_spans(words), (name, "PER"))
    for name, (kind, forms) in _THINGS.items():
        for words in forms:
            owners |= dict.fromkeys(_all_spans(words), (name, kind))
    owners.pop(span("Odo"))  # the first one is a part of “Odo Reed”
    owners[span("Odo Reed")] = ("odo", "PER")
    mentions, members = [], {}
    for number, (place, (name, kind)) in enumerate(sorted(owners.items()), start=1):
        words = TEXT[place.start : place.end]
        form = "proper" if words.split()[0] in {"Ines", "Tom", "Odo"} else "nominal"
        mention = Mention(
            id=MentionId(f"m{number}"),
            start=place.start,
            end=place.end,
            type=kind,
            form="pronominal" if words in {"She", "He", "I", "your"} else form,
            head=Span(place.end - len(words.split()[-1]), place.end),
        )
        mentions.append(mention)
        members.setdefault(name, []).append(mention)
    chains = [
        Chain(
            id=ChainId(name if name in _THINGS else f"r{number}"),
            mention_ids=tuple(mention.id for mention in inside),
            type=inside[0].type,
            entity_id=EntityId(name) if name in _PEOPLE else None,
        )
        for number, (name, inside) in enumerate(members.items(), start=11)
    ]
    links = [
        Link(
            mention_id=mention.id, entity_id=EntityId(name), reason="marked by hand", confidence=1.0
        )
        for name in _PEOPLE
        for mention in members[name]
    ]
    return mentions, chains, links


def _world():
    gave, took = span("She handed Tom the small key"), span("Odo took the key")
    ines, tom, odo, key = EntityId("ines"), EntityId("tom"), EntityId("odo"), ChainId("r4")
    waited, came = span("Ines waited in the boathouse"), span("A stranger came to the pier")
    slept, uncle = span("Tom slept"), span("your uncle")
    woke = span("Tom woke")
    return {
        "places": (
            Stay(who_id=ines, place_id=ChainId("r5"), since=waited.start, evidence=waited),
            Stay(who_id=odo, place_id=ChainId("r6"), since=came.start, evidence=came),
        ),
        "items": (
            Custody(
                item_id=key,
                holder_id=tom,
                how="given",
                since=gave.start,
                until=took.start,
                evidence=gave,
            ),
            Custody(item_id=key, holder_id=odo, how="took", since=took.start, evidence=took),
        ),
        "states": (
            State(
                who_id=tom,
                attribute="sleep",
                value="asleep",
                since=slept.start,
                until=woke.start,
                evidence=slept,
                ended_by=woke,
            ),
            State(
                who_id=odo,
                attribute="eyes",
                value="grey",
                since=span("He had grey eyes").start,
                evidence=span("He had grey eyes"),
            ),
        ),
        "relations": (
            Relation(a_id=odo, b_id=tom, kind="aunt_or_uncle", since=uncle.start, evidence=uncle),
        ),
        "knowledge": (
            Knowledge(who_id=tom, of_id=odo, how="told", since=uncle.start, evidence=uncle),
        ),
    }


@pytest.fixture
def story():
    """The small story with all its layers."""
    return small_world()


@pytest.fixture(name="end_of")
def _end_of():
    """`end_of(words)`: the offset just behind these words."""
    return end_of
