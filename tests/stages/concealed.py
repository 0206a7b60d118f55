"""Secrets read from stories marked by hand, with arcs given by hand."""

from hand_scored import scores
from related import marked

from fabula.formats.soundness import check
from fabula.stages.secrets import FindSecrets
from fabula.story import EntityId, Knowledge
from fabula.text import Span


def read(prose, relations=(), *, learns=None, tags=None, **given):
    """(keepers, from whom, about whom, the passage, that with which it comes out).

    `learns` (who, of whom, the words that tell it) is known from there on.
    """
    story = marked(prose, **given)
    text = story.document.text
    known = []
    if learns is not None:
        who, of, words = learns
        place = Span(text.index(words), text.index(words) + len(words))
        known = [
            Knowledge(
                who_id=EntityId(who),
                of_id=EntityId(of),
                how="told",
                since=place.start,
                evidence=place,
            )
        ]
    story = story.with_layer("knowledge", known)
    found = FindSecrets(scores(story.document, relations=relations, tags=tags))(story)
    check(story.with_layer("secrets", found))
    return [
        (
            set(each.keeper_ids),
            set(each.from_ids),
            set(each.about_ids),
            story.document[each.evidence],
            None if each.ended_by is None else story.document[each.ended_by],
        )
        for each in found
    ]
