import numpy as np
from hand_scored import scores
from stage_by_stage import linked, read_to

from fabula.formats.soundness import check
from fabula.stages.coreference import LinkMentions

TEXT = (
    "Ines put her bag down. “Tom, come here!” she called. Tom rubbed his eyes.\n\n"
    "“I am the carpenter,” he said. The carpenter looked at Ines.\n\n***\n\nShe sang."
)


def test_links_are_in_text_order_and_point_somewhere():
    story = read_to("links", TEXT)
    check(story)
    mentions = {mention.id: mention for mention in story.mentions}
    starts = [mentions[link.mention_id].start for link in story.links]
    assert starts == sorted(starts)


def test_every_link_has_its_reason_and_its_doubt():
    links = read_to("links", TEXT).links
    assert all(link.reason for link in links)
    assert all(0 < link.confidence <= 1 for link in links)


def test_a_mention_is_linked_once():
    links = read_to("links", TEXT).links
    assert len({link.mention_id for link in links}) == len(links)


def test_i_in_speech_waits_for_the_speaker():
    assert "I" not in dict(linked(TEXT))


def test_the_same_text_gives_the_same_links():
    assert read_to("links", TEXT).links == read_to("links", TEXT).links


def test_the_encoder_is_asked_about_pairs_of_mentions():
    story = read_to("cast", TEXT)
    asked = []

    def never(scores, table, left, right):
        asked.append(len(left))
        return np.full(len(left), -9.0, dtype=np.float32)

    links = LinkMentions(scores=scores(story.document), score_pairs=never)(story)
    assert asked
    by_rules = read_to("links", TEXT).links
    assert [(each.mention_id, each.entity_id) for each in links] == [
        (each.mention_id, each.entity_id) for each in by_rules
    ]
