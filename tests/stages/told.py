"""Narration written by hand: prose with people and things marked, and its grammar in words.

People are marked as in `hand_built` (`{tom|Tom}`), things with a number sign (`{#key|the key}`).
The grammar is a line of triples, “Tom nsubj took, key dobj took”: word, relation, head. Heads of
subjects and objects are verbs, and verbs happen, unless something else is said.
"""

import hand_built
from hand_scored import scores
from msgspec import structs

from fabula.encoder.scores import Scores
from fabula.story import Chain, ChainId, Story

OF_VERBS = frozenset("nsubj nsubjpass dobj dative aux auxpass neg prt acomp attr mark".split())


def narrated(prose: str, grammar: str = "", **given: str) -> tuple[Story, Scores]:
    """A story with its chains, and scores; `tags` says what is no verb, `events` what happens."""
    pronouns = {name: given.pop(name) for name in list(given) if name not in {"tags", "events"}}
    story = hand_built.story(prose, **pronouns)
    story = _with_things(story)
    relations = [tuple(triple.split()) for triple in grammar.split(",") if triple.strip()]
    verbs = {head for _, relation, head in relations if relation in OF_VERBS}
    tags = dict.fromkeys(verbs, "VERB")
    tags |= dict.fromkeys((word for word, relation, _ in relations if relation == "amod"), "ADJ")
    tags |= dict(each.split("=") for each in given.get("tags", "").split())
    likely = given.get("events", " ".join(verbs)).split()
    events = dict.fromkeys(likely, 0.9)
    return story, scores(story.document, relations=relations, tags=tags, events=events)


def _with_things(story: Story) -> Story:
    """Marks with a number sign are things outside the cast; all mentions are in chains."""
    entity = {link.mention_id: link.entity_id for link in story.links}
    groups: dict[str, list[str]] = {}
    for mention in story.mentions:
        groups.setdefault(entity.get(mention.id, mention.id), []).append(mention.id)
    mentions = [
        structs.replace(each, type="ITEM") if entity.get(each.id, "").startswith("#") else each
        for each in story.mentions
    ]
    chains = [
        Chain(
            id=ChainId(name if name.startswith("#") else f"r{number}"),
            mention_ids=tuple(ids),
            type="ITEM" if name.startswith("#") else "PER",
            entity_id=name if name in entity.values() and not name.startswith("#") else None,
        )
        for number, (name, ids) in enumerate(groups.items(), start=1)
    ]
    built = Story(document=story.document)
    layers = {
        "paratext": (),
        "chapters": story.chapters,
        "scenes": story.scenes,
        "quotations": story.quotations,
        "mentions": mentions,
        "cast": [each for each in story.cast if not each.id.startswith("#")],
        "links": [each for each in story.links if not each.entity_id.startswith("#")],
        "attributions": (),
        "speech_links": (),
        "chains": chains,
    }
    for layer, records in layers.items():
        built = built.with_layer(layer, records)
    return built
