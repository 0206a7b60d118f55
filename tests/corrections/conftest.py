"""A short story with people, names and lines to correct."""

import pytest

from fabula import pipeline
from fabula.corrections.reading import parse
from fabula.sources import plain

STORY = """\
Ines Duarte tied up the boat. Tom Reed stood on the quay with a lantern, and Captain Marsh
was asleep in the sun.

“Where is the rope?” asked Ines.

“Gone,” said Tom.

“Gone where?”

“Into the harbour, I suppose.”

“Yes.”

Ines looked at the water. Tom Reed held the lantern higher.

“Then swim,” said Ines.

“Yes,” said Captain Marsh, who had woken up. Marsh laughed. “Swim, Tommy!”

Tommy put the lantern down. “Heavens!” he said. “Not before supper.”

***

In the evening Ines cooked. “Supper, Tom!” she called. Tom came, and Ines smiled at him.

“Is there soup?” asked Tom.

“There is soup,” said Ines, “and there is bread.”

“Bread!” cried Captain Marsh. Tom Reed passed it to Captain Marsh.
"""


@pytest.fixture(scope="session")
def prose():
    """The text of the story."""
    return STORY


@pytest.fixture(scope="session")
def read():
    """`read(corrections, text)`: the story by rules under the corrections in this TOML."""

    def reading(corrections="", text=STORY):
        tables = parse(f"format = 1\n{corrections}", "quay.fabula.toml")
        return pipeline.analyse(plain.from_text(text), encoder=None, corrections=tables)

    return reading


@pytest.fixture(scope="session")
def untouched(read):
    """The story as it reads without corrections."""
    return read()


@pytest.fixture
def speakers():
    """`speakers(story)`: each line's words with the name of its speaker."""

    def named(story):
        names = {entity.id: entity.name for entity in story.cast} | {None: None}
        lines = zip(story.quotations, story.attributions, strict=True)
        return [(story.document[q.parts[0]], names[a.speaker_id]) for q, a in lines]

    return named


@pytest.fixture
def codes():
    """`codes(story)`: the codes of the notes on its corrections."""

    def of(story):
        return [note.code for note in story.document.diagnostics]

    return of
