"""Who takes part in what is said in a scene."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from operator import attrgetter

from fabula.story import EntityId, Story

A_LINE_MORE = 1
"""Added to the lines of a scene, so that one remark is not the whole of a talk."""


def talk_of_scenes(story: Story) -> Iterator[Mapping[EntityId, float]]:
    """For each scene, in text order, what share of its lines each person says or is told.

    Whoever is followed through a story seldom overhears: most of what is said in it is said by
    them or to them, in scene after scene.
    """
    attributions = {each.quotation_id: each for each in story.attributions}
    lines = [each for each in story.quotations if each.kind == "speech"]
    for scene in story.scenes:
        low = bisect_left(lines, scene.start, key=attrgetter("start"))
        high = bisect_left(lines, scene.end, key=attrgetter("start"))
        parts: Counter[EntityId] = Counter()
        for line in lines[low:high]:
            said = attributions.get(line.id)
            if said is not None:
                parts.update({who for who in (said.speaker_id, *said.addressee_ids) if who})
        yield {who: count / (high - low + A_LINE_MORE) for who, count in parts.items()}
