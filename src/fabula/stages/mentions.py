"""Mentions: the words that point at people, places, ships, bodies and things."""

from collections.abc import Sequence

from fabula.encoder.scores import Scores
from fabula.stages.naming.found_mentions import numbered
from fabula.stages.naming.italic_names import italics_are_things
from fabula.stages.naming.located_places import located_places
from fabula.stages.naming.mention_union import unite
from fabula.stages.naming.place_names import not_people
from fabula.stages.naming.portable_items import portable_items
from fabula.stages.naming.reduced_relatives import cut_before_clauses
from fabula.stages.naming.rule_mentions import find_by_rules
from fabula.stages.naming.scored_spans import scored_spans
from fabula.stages.naming.story_words import quotation_parts
from fabula.stages.token_rows import token_rows
from fabula.story import Mention, Story


class FindMentions:
    """Finds names, noun phrases and pronouns for people, places and things.

    “Captain Brook lent her the ferryman’s boat.” has four: “Captain Brook” (PER, proper), “her”
    (PER, pronominal), “the ferryman’s boat” (VEH, nominal) and inside it “the ferryman” (PER,
    nominal). Spans may lie inside one another; they are in text order, the longer first.

    By rules alone, without the encoder's scores, only people and names are found.
    """

    requires = ("paratext", "chapters", "scenes", "quotations")
    provides = "mentions"

    def __init__(self, scores: Scores | None = None) -> None:
        """A stage that reads these scores of the story's document; None for rules alone."""
        self._scores = scores

    def __call__(self, story: Story) -> Sequence[Mention]:
        """The mentions of the story, in text order."""
        by_rules = find_by_rules(story)
        if self._scores is None:
            return numbered(by_rules)
        rows = token_rows(story)
        spans = list(scored_spans(self._scores, rows, rows.in_story(story)))
        spans = cut_before_clauses(spans, self._scores, rows)
        found = unite(spans, by_rules, rows, quotation_parts(story), story.document.text)
        found = italics_are_things(found, story.document.text)
        found = not_people(found, self._scores, rows)
        found += located_places(found, spans, self._scores, rows, story)
        found += portable_items(found, spans, self._scores, rows, story)
        return numbered(found)
