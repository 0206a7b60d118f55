"""Who is there in each scene."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from fabula.encoder.scores import Scores
from fabula.stages.clauses.narration import narration_of
from fabula.stages.placing.acts import Acts
from fabula.stages.placing.comings import comings_in
from fabula.stages.placing.presence_weights import (
    AT_MOST,
    BY_TALK,
    ENOUGH,
    ENOUGH_TALK,
    PRONOUN_ACTS,
)
from fabula.stages.placing.remote_voices import nameless_voices, voices_by_wire
from fabula.stages.placing.traces import (
    IS_ACTED_ON,
    SPEAKS,
    Trace,
    traces_in,
    traces_of_talk,
)
from fabula.stages.telling.letters import Papers
from fabula.stages.telling.scene_narration import scene_narrations
from fabula.story import EntityId, Presence, Scene, Story
from fabula.text import Span, covering


class FindPresence:
    """Finds who is there in a scene: who acts, speaks, or is seen and touched in the narration.

    People only talked about inside quotations, only thought of or remembered (“she missed
    Ivo”), or named only as owners (“Ivo's house”) are not there. Groups count like people.
    """

    requires: tuple[str, ...] = (
        "scenes",
        "quotations",
        "mentions",
        "cast",
        "tellings",
        "links",
        "attributions",
    )
    provides = "presence"

    def __init__(self, scores: Scores | None = None) -> None:
        """A stage that reads who comes and goes by the grammar in these scores, if there are any.

        With them it needs the chains too.
        """
        self._scores = scores
        if scores is not None:
            self.requires = (*self.requires, "speech_links", "chains")

    def __call__(self, story: Story) -> tuple[Presence, ...]:
        """One record per scene, people in order of appearance."""
        talk = traces_of_talk(story)
        starts = [trace.start for trace in talk]
        told = None if self._scores is None else narration_of(story, self._scores)
        acts = Acts(told)
        papers, written = Papers(story), traces_of_talk(story, "writing")
        written_at = [trace.start for trace in written]
        present = []
        voices = nameless_voices(story.cast)
        for scene, narration in zip(story.scenes, scene_narrations(story), strict=True):
            teller = covering(story.tellings, scene.start)
            teller_id = None if teller is None else teller.narrator_id
            traces = [
                trace for passage in narration.passages for trace in traces_in(passage, teller_id)
            ]
            low, high = bisect_left(starts, scene.start), bisect_left(starts, scene.end)
            messages = written[
                bisect_left(written_at, scene.start) : bisect_left(written_at, scene.end)
            ]
            signs = [*_writers(papers, scene, messages), *traces, *talk[low:high]]
            heard = voices | voices_by_wire(narration.passages, traces, talk[low:high])
            people = tuple(each for each in _order_of_appearance(signs) if each not in heard)
            present.append(
                Presence(
                    scene_id=scene.id,
                    entity_ids=people,
                    stretches=tuple(_stretch(each, signs) for each in people),
                    comings=comings_in(narration.passages, signs, people, acts),
                )
            )
        return tuple(present)


def _order_of_appearance(signs: Sequence[Trace]) -> Iterator[EntityId]:
    """Those who are there, in the order in which they first turn up."""
    signs_of = Counter((trace.entity_id, trace.says) for trace in signs)
    says: defaultdict[EntityId, float] = defaultdict(float)
    for (entity_id, each), count in signs_of.items():
        says[entity_id] += min(count * each, AT_MOST.get(each, count * each))
    told = {trace.entity_id for trace in signs if trace.says not in BY_TALK}
    for trace in sorted(signs, key=lambda trace: trace.start):
        enough = ENOUGH if trace.entity_id in told else ENOUGH_TALK
        if says.pop(trace.entity_id, 0.0) >= enough:
            yield trace.entity_id


def _writers(papers: Papers, scene: Scene, written: Sequence[Trace]) -> Iterator[Trace]:
    """Whoever writes the letter or the messages that are the scene.

    `written` are the messages in it; in a scene around them they come from elsewhere.
    """
    paper = papers.paper(scene)
    if paper is None:
        return
    if paper.writer_id is not None:  # “I” there points at nobody's mention
        yield Trace(paper.writer_id, scene.start, SPEAKS, ENOUGH)
    elif paper.form == "chat":
        yield from written


LEAST_CLEAR = PRONOUN_ACTS
"""A line that may be another's is no clear sign."""


def _stretch(entity_id: EntityId, signs: Sequence[Trace]) -> Span:
    """From the first sign of someone in the scene to the last; clear signs, if there are any."""
    theirs = [trace for trace in signs if trace.entity_id == entity_id]
    shown = [trace for trace in theirs if trace.weight >= IS_ACTED_ON]
    clear = [trace.start for trace in shown if trace.says >= LEAST_CLEAR]
    starts = clear or [trace.start for trace in theirs]
    return Span(min(starts), max(starts) + 1)
