"""Stories for the stage of places: marked by hand, `{@mill|the mill}` marks a place."""

from hand_built import story as built
from hand_scored import scores
from msgspec import structs

from fabula.stages.places import FindPlaces
from fabula.stages.presence import FindPresence
from fabula.story import Attribution, Chain, ChainId, Story, Viewpoint, check


def marked(prose, *, spoken=None, **pronouns):
    """A story up to its chains; a place is the chain named by the word behind its “@”.

    `spoken` gives the speaker of each quotation by its id.
    """
    people = built(prose, **pronouns)
    owner = {link.mention_id: link.entity_id for link in people.links}
    mentions = [
        structs.replace(each, type="FAC") if owner.get(each.id, "")[:1] == "@" else each
        for each in people.mentions
    ]
    story = Story(document=people.document)
    for layer in ("paratext", "chapters", "scenes", "quotations"):
        story = story.with_layer(layer, getattr(people, layer))
    story = story.with_layer("mentions", mentions)
    story = story.with_layer("cast", [each for each in people.cast if each.id[0] != "@"])
    story = story.with_layer("tellings", people.tellings)
    links = [each for each in people.links if each.entity_id[0] != "@"]
    story = story.with_layer("links", links).with_layer(
        "attributions",
        [
            Attribution(quotation_id=each.id, speaker_id=(spoken or {}).get(each.id))
            for each in story.quotations
        ],
    )
    story = story.with_layer("speech_links", ()).with_layer("chains", _chains(mentions, owner))
    story = story.with_layer("presence", FindPresence()(story))
    return story.with_layer("viewpoints", [Viewpoint(scene_id=scene.id) for scene in story.scenes])


def _chains(mentions, owner):
    members = {}
    for mention in mentions:
        members.setdefault(owner.get(mention.id, mention.id), []).append(mention)
    return [
        Chain(
            id=ChainId(f"r{who.removeprefix('@')}"),
            mention_ids=tuple(mention.id for mention in inside),
            type=inside[0].type,
            entity_id=who if who == owner.get(inside[0].id) and who[0] != "@" else None,
        )
        for who, inside in members.items()
    ]


def placed(prose, relations=(), verbs=(), **given):
    """Where `FindPlaces` puts whom: (who, place, from these words, up to these words)."""
    story = marked(prose, **given)
    tags = dict.fromkeys(verbs, "VERB")
    found = FindPlaces(scores(story.document, relations=relations, tags=tags))(story)
    check(story.with_layer("places", found))
    text = story.document.text
    return [
        (
            stay.who_id,
            stay.place_id.removeprefix("r"),
            text[stay.since :].split()[0],
            None if stay.until is None else " ".join(text[stay.until :].split()[:2]),
        )
        for stay in found
    ]
