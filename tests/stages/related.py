"""Relations read from stories marked by hand, with arcs given by hand."""

from hand_built import story as built
from hand_scored import scores

from fabula.formats.soundness import check
from fabula.stages.relating.arcs import Arcs
from fabula.stages.relating.people import People
from fabula.stages.relations import FindRelations
from fabula.stages.relatives import FindRelatives
from fabula.stages.token_rows import TokenRows
from fabula.story import (
    Attribution,
    Chain,
    ChainId,
    EntityId,
    Presence,
    SceneId,
    State,
    Viewpoint,
)
from fabula.text import Span


def marked(
    prose,
    *,
    spoken=None,
    eyes=None,
    narrator=None,
    present=None,
    cued=None,
    tense=None,
    species=None,
    **pronouns,
):
    """A story with chains: `spoken` {quotation: (speaker, addressee)}, `eyes` the focalizer.

    `present` are those who are there in the first scene, `cued` {quotation: the words of its cue},
    `species` {who: “cat”}.
    """
    story = built(prose, narrator=narrator, **pronouns)
    owner = {link.mention_id: link.entity_id for link in story.links}
    members = {}
    for mention in story.mentions:
        members.setdefault(owner.get(mention.id, mention.id), []).append(mention)
    chains = [
        Chain(
            id=ChainId(f"r{number}"),
            mention_ids=tuple(mention.id for mention in inside),
            type="PER",
            entity_id=owner.get(inside[0].id),
        )
        for number, inside in enumerate(members.values(), start=1)
    ]
    attributions = [
        Attribution(
            quotation_id=quotation.id,
            speaker_id=_id((spoken or {}).get(quotation.id, (None, None))[0]),
            addressee_ids=_ids((spoken or {}).get(quotation.id, (None, None))[1]),
            evidence="explicit",
            confidence=0.95,
            cue=_cue(story, (cued or {}).get(quotation.id)),
        )
        for quotation in story.quotations
    ]
    seen = [Viewpoint(scene_id=SceneId("s1"), focalizer_id=_id(eyes), tense=tense, confidence=0.9)]
    story = story.with_layer("attributions", attributions).with_layer("speech_links", ())
    story = story.with_layer("chains", chains).with_layer("viewpoints", seen)
    states = [
        State(who_id=EntityId(who), attribute="species", value=kind, since=0, evidence=Span(0, 1))
        for who, kind in (species or {}).items()
    ]
    story = story.with_layer("states", states)
    if present is None:
        return story
    there = Presence(scene_id=SceneId("s1"), entity_ids=tuple(map(EntityId, present)))
    return story.with_layer("presence", [there])


def _cue(story, words):
    start = -1 if words is None else story.document.text.index(words)
    return None if words is None else Span(start, start + len(words))


def _id(name):
    return None if name is None else EntityId(name)


def _ids(name):
    return () if name is None else (EntityId(name),)


def read(prose, relations=(), tags=None, **given):
    """What `FindRelations` says: (a, kind, b, the words that say so)."""
    story = marked(prose, **given)
    found = FindRelations(scores(story.document, relations=relations, tags=tags))(story)
    check(story.with_layer("relations", found))
    return [(each.a_id, each.kind, each.b_id, story.document[each.evidence]) for each in found]


def read_relatives(prose, relations=(), tags=None, **given):
    """What `FindRelatives` says: (owner, kind, noun, the words that say so)."""
    story = marked(prose, **given)
    found_scores = scores(story.document, relations=relations, tags=tags)
    story = story.with_layer("relations", FindRelations(found_scores)(story))
    found = FindRelatives(found_scores)(story)
    check(story.with_layer("relatives", found))
    return [(each.who_id, each.kind, each.noun, story.document[each.evidence]) for each in found]


def people_and_arcs(prose, relations=(), tags=None, **given):
    """The two ways to look at a story that relations are read from."""
    story = marked(prose, **given)
    rows = TokenRows(story.document)
    people = People(story, rows)
    words = [people.word(row) for row in range(len(rows.starts))]
    return people, Arcs(scores(story.document, relations=relations, tags=tags), words)
