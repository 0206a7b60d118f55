import numpy as np
from hand_scored import document_of, scores

from fabula import pipeline
from fabula.formats.soundness import check
from fabula.sources import plain
from fabula.stages.chains import FindChains
from fabula.stages.mentions import FindMentions

TEXT = "Ines tied up the boat. Ines was tired. She left it there."


def read(text, spans, score_pairs):
    """The story with the chains that these pair scores make, each as the words in it."""
    given = scores(document_of(text), spans=spans)
    stages = list(pipeline.default_stages())
    stages = [FindMentions(given) if stage.provides == "mentions" else stage for stage in stages]
    story = pipeline.analyse(plain.from_text(text), stages=stages, until="speech_links")
    story = story.with_layer("chains", FindChains(given, score_pairs)(story))
    words = {mention.id: story.document[mention] for mention in story.mentions}
    return story, [[words[each] for each in chain.mention_ids] for chain in story.chains]


SPANS = [
    ("Ines", "Ines", "PER", 0.9),
    ("Ines#2", "Ines#2", "PER", 0.9),
    ("the", "boat", "VEH", 0.9),
    ("She", "She", "PER", 0.9),
    ("it", "it", "VEH", 0.9),
]


def never(scores, table, left, right):
    return np.full(len(left), -1.0, dtype=np.float32)


def always(scores, table, left, right):
    return np.full(len(left), 1.0, dtype=np.float32)


def test_places_and_things_have_chains_of_their_own():
    story, chains = read(TEXT, SPANS, always)
    assert chains == [["Ines", "Ines", "She"], ["the boat", "it"]]
    assert [chain.type for chain in story.chains] == ["PER", "VEH"]
    check(story)


def test_a_chain_knows_its_member_of_the_cast():
    story, _ = read(TEXT, SPANS, always)
    ines, boat = story.chains
    assert story.entity(ines.entity_id).name == "Ines"
    assert boat.entity_id is None


def test_where_the_encoder_is_against_all_pairs_the_sure_links_remain():
    _, chains = read(TEXT, SPANS, never)
    assert chains == [["Ines", "Ines", "She"], ["the boat"], ["it"]]


def test_by_rules_alone_a_chain_is_what_is_linked():
    story = pipeline.analyse(plain.from_text(TEXT), encoder=None, until="chains")
    words = {mention.id: story.document[mention] for mention in story.mentions}
    (chain,) = story.chains
    assert [words[each] for each in chain.mention_ids] == ["Ines", "Ines", "She"]
    assert story.entity(chain.entity_id).name == "Ines"
