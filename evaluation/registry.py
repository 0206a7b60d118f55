"""Every benchmark by name: what it measures, on what, by which protocol."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from evaluation import (
    litbank_events,
    litbank_mentions,
    litbank_speakers,
    pdnc,
    result_tables,
    task_figures,
)
from evaluation.figures import Figures
from evaluation.result_tables import Row, Table
from fabula.pipeline import Encoder

Measure: TypeAlias = Callable[[Path], Figures]
Read: TypeAlias = Callable[[Path, Encoder | None], Figures]


class Benchmark(Struct, frozen=True):
    """One command; `folders` are the parts of the data folder that it reads.

    `read` measures what a reader gets, with the encoder or by rules alone; `measure` what the
    encoder itself says, where there are no rules. A benchmark has one of the two.
    """

    name: str
    title: str
    protocol: str
    split: str
    folders: tuple[str, ...]
    tables: tuple[Table, ...]
    read: Read | None = None
    measure: Measure | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all tables."""
        return tuple(row for table in self.tables for row in table.rows)


_NINE = "LitBank, the nine development documents (876 60 36 32 110 432 12677 18581 3268)"
_LITBANK = ("litbank", "litbank-books")
_PDNC = "PDNC, five development novels: " + ", ".join(pdnc.DEVELOPMENT)


BENCHMARKS: tuple[Benchmark, ...] = (
    Benchmark(
        name="litbank_mentions",
        title="Entities and mentions",
        protocol=litbank_mentions.PROTOCOL
        + ". Entities leave pronouns out, mentions have them: two tasks, never to be compared",
        split=_NINE,
        folders=_LITBANK,
        read=task_figures.mention_figures,
        tables=(result_tables.ENTITIES, result_tables.MENTIONS),
    ),
    Benchmark(
        name="litbank_events",
        title="Events",
        protocol=litbank_events.PROTOCOL,
        split=_NINE,
        folders=_LITBANK,
        read=task_figures.event_figures,
        tables=(result_tables.EVENTS,),
    ),
    Benchmark(
        name="litbank_coreference",
        title="Coreference",
        protocol="exact spans, singletons counted, pooled over documents. Found and given mentions "
        "are two tasks, never to be compared",
        split=_NINE,
        folders=_LITBANK,
        read=task_figures.coreference_figures,
        tables=result_tables.COREFERENCE,
    ),
    Benchmark(
        name="litbank_speakers",
        title="Lines with one speaker",
        protocol=litbank_speakers.PROTOCOL,
        split=_NINE + "; two of them have no quotations",
        folders=_LITBANK,
        read=task_figures.litbank_speaker_figures,
        tables=(result_tables.LINES,),
    ),
    Benchmark(
        name="quotations",
        title="Quotations",
        protocol="raw text, end to end; stretches whose letters agree to nine tenths, see "
        "`evaluation/quotations.py`",
        split=_PDNC,
        folders=("pdnc",),
        read=task_figures.quotation_figures,
        tables=(result_tables.QUOTATIONS,),
    ),
    Benchmark(
        name="speakers",
        title="Speakers and addressees",
        protocol="raw text, end to end, no list of characters; guesses included (`--guess`) unless "
        "said; not found, not known and nobody on the list count as wrong",
        split=_PDNC,
        folders=("pdnc",),
        read=task_figures.speaker_figures,
        tables=(result_tables.SPEAKERS,),
    ),
    Benchmark(
        name="cast",
        title="Cast",
        protocol="raw text, end to end; characters named five times or more",
        split=_PDNC,
        folders=("pdnc",),
        read=task_figures.cast_figures,
        tables=(result_tables.CAST,),
    ),
    Benchmark(
        name="short_stories",
        title="Short modern stories",
        protocol="raw text, end to end, see `evaluation/short_stories.py`",
        split="our own, see `evaluation/testbed/README.md`",
        folders=(),
        read=task_figures.short_story_figures,
        tables=result_tables.STORIES,
    ),
    Benchmark(
        name="world",
        title="The world of short stories",
        protocol="raw text, end to end, see `evaluation/world.py`. Places and times are those of "
        "scenes that were found; stays of which the gold says nothing, custody of things that it "
        "does not follow and relations that follow from two of its own count neither way; of "
        "moods and dress the gold lists some, so their precision is a lower bound; of knowledge "
        "it is a sample, so its precision is not measured",
        split="our own, see `evaluation/testbed/README.md`",
        folders=(),
        read=task_figures.world_figures,
        tables=result_tables.WORLD,
    ),
    Benchmark(
        name="parsing",
        title="Grammar",
        protocol="raw text, end to end; tags of alignable words; arcs that mean the same in both "
        "schemes; the baseline is given gold tags and sentences",
        split="English Web Treebank, dev; nothing was trained on it",
        folders=("ud",),
        measure=task_figures.parsing_figures,
        tables=result_tables.GRAMMAR,
    ),
    Benchmark(
        name="mobility",
        title="People and places",
        protocol="passages of a few sentences, put together from tokens, read end to end; a pair "
        "counts as related if the reading has a stay of that person in that place",
        split="Soni et al. 2023, dev",
        folders=("mobility",),
        measure=task_figures.mobility_figures,
        tables=(result_tables.PLACES,),
    ),
    Benchmark(
        name="scene_changes",
        title="Scene changes",
        protocol="hidden breaks; one threshold, chosen on ten other held-out books; the baseline "
        "draws as many paragraphs at random",
        split="Standard Ebooks, 11 of the 21 books whose breaks nothing was trained on (their "
        "words were among the unlabelled text of the continued pre-training)",
        folders=("standardebooks",),
        measure=task_figures.scene_figures,
        tables=(result_tables.SCENES,),
    ),
    Benchmark(
        name="bias",
        title="Pronouns of every kind",
        protocol="short passages told with five kinds of pronouns and names of seven languages",
        split="our own, 30 passages, 1,050 tellings",
        folders=(),
        read=task_figures.bias_figures,
        tables=result_tables.BIAS,
    ),
)
