"""Every benchmark by name: what it measures, on what, and what others have published.

Published figures are those that were read in the primary source or computed again from released
files. They stand beside ours with their own protocol, never as if the two were the same.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from evaluation import (
    bias,
    litbank_events,
    litbank_mentions,
    litbank_speakers,
    pdnc,
    task_figures,
)
from evaluation.figures import Figures
from fabula.pipeline import Encoder

Measure: TypeAlias = Callable[[Path], Figures]
Read: TypeAlias = Callable[[Path, Encoder | None], Figures]


class Row(Struct, frozen=True):
    """A line of a table: one of our figures, and what others have published beside it."""

    figure: str
    label: str
    published: str = ""


class Table(Struct, frozen=True):
    """Rows that may be read together; figures of two tables must not be compared."""

    title: str
    rows: tuple[Row, ...]


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


_ENTITIES = Table(
    "Entities: names and noun phrases, WITHOUT pronouns",
    (
        Row(
            "entities_f1",
            "F1",
            "68.3 LSTM without BERT, 77.6 with BERT-base features (Bamman et al. 2019 and its "
            "tagger; ten test documents)",
        ),
        Row("entities_precision", "precision"),
        Row("entities_recall", "recall"),
        Row("entities_f1_low", "95 % interval of F1, from"),
        Row("entities_f1_high", "to"),
        Row("entities_PER_f1", "F1 of PER", "72.4 LSTM"),
        Row("entities_FAC_f1", "F1 of FAC", "57.8 LSTM"),
        Row("entities_GPE_f1", "F1 of GPE", "52.5 LSTM"),
        Row("entities_LOC_f1", "F1 of LOC", "66.0 LSTM"),
        Row("entities_VEH_f1", "F1 of VEH", "48.6 LSTM"),
        Row("entities_ORG_f1", "F1 of ORG", "12.5 LSTM"),
    ),
)
_MENTIONS = Table(
    "Mentions of the coreference layer, WITH pronouns",
    (
        Row(
            "mentions_f1",
            "F1, span and type",
            "87.6 BERT-base (108 M), 89.0 mT5-xl (Propp; ten folds); BookNLP small 88.2, big "
            "90.0 (unpublished test set)",
        ),
        Row("mentions_precision", "precision"),
        Row("mentions_recall", "recall"),
        Row("mention_spans_f1", "F1, span alone"),
    ),
)
_EVENTS = Table(
    "Realis events",
    (
        Row(
            "events_f1",
            "F1",
            "66.9 LSTM without BERT, 73.9 with BERT-base (Sims et al. 2019; 30 test documents); "
            "BookNLP small 70.6, big 74.1 (split not stated)",
        ),
        Row("events_precision", "precision"),
        Row("events_recall", "recall"),
        Row("events_f1_low", "95 % interval of F1, from"),
        Row("events_f1_high", "to"),
    ),
)


def _chains(setting: str, title: str, published: str) -> Table:
    return Table(
        title,
        (
            Row(f"{setting}_conll", "CoNLL F1", published),
            Row(f"{setting}_conll_low", "95 % interval, from"),
            Row(f"{setting}_conll_high", "to"),
            Row(f"{setting}_muc_f1", "MUC"),
            Row(f"{setting}_b_cubed_f1", "B-cubed"),
            Row(f"{setting}_ceaf_e_f1", "CEAF-e"),
            Row(f"{setting}_conll_mean", "CoNLL F1, mean of documents"),
        ),
    )


_COREFERENCE = (
    _chains(
        "predicted",
        "End to end, on predicted mentions",
        "BookNLP big 71.3 (90 documents, which it was trained on); Maverick 78.3; Longdoc 80.2 "
        "(more data; fold 0)",
    ),
    _chains(
        "gold",
        "On given mentions",
        "BookNLP small 76.4, big 79.0; Propp flan-t5-xl 82.2 (ten documents)",
    ),
)
_LINES = Table(
    "Quotations clustered by speaker",
    (
        Row(
            "litbank_speakers_conll",
            "CoNLL F1",
            "BookNLP big 68.1, ModernBookNLP 72.6, with joint training 77.5 (90 documents)",
        ),
        Row("litbank_speakers_low", "95 % interval, from"),
        Row("litbank_speakers_high", "to"),
        Row("litbank_speakers_muc", "MUC"),
        Row("litbank_speakers_b_cubed", "B-cubed"),
        Row("litbank_speakers_ceaf_e", "CEAF-e"),
        Row("litbank_speakers_one", "CoNLL F1 of one speaker for all"),
        Row("litbank_speakers_found", "quotations found"),
        Row("litbank_speakers_answered", "with a speaker"),
    ),
)
_QUOTATIONS = Table(
    "Quotations found",
    (
        Row("quotations_f1", "F1"),
        Row("quotations_precision", "precision"),
        Row("quotations_recall", "recall"),
    ),
)
_SPEAKERS = Table(
    "Who speaks, and to whom",
    (
        Row(
            "speakers",
            "right speaker",
            "94.5 ModernBERT-large, told the characters and their mentions",
        ),
        Row("speakers_explicit", "with a name in the cue"),
        Row("speakers_anaphoric", "with a pronoun or noun in the cue"),
        Row("speakers_implicit", "without a cue"),
        Row("speakers_coverage", "without guesses: quotations with a speaker"),
        Row("speakers_precision", "without guesses: right of these"),
        Row("addressees_f1", "addressees, set F1"),
    ),
)
_CAST = Table(
    "Characters",
    (
        Row("cast_found", "found"),
        Row("cast_split", "split in two or more"),
        Row("cast_merged", "merged with another"),
        Row("cast_pairs_precision", "pairs of names, precision"),
        Row("cast_pairs_recall", "pairs of names, recall"),
    ),
)
_HALVES = (
    ("seen", "64 stories that rules were written with"),
    ("unseen", "16 stories that nobody who wrote rules has read, scored at the end"),
)
_STORIES = tuple(
    Table(
        title,
        (
            Row(f"{half}_speakers", "right speaker"),
            Row(f"{half}_viewpoints", "right viewpoint of the scene"),
            Row(f"{half}_present_f1", "who is there, F1"),
        ),
    )
    for half, title in _HALVES
)
_WORLD = tuple(
    Table(
        title,
        (
            Row(f"{half}_starts_f1", "where scenes begin, F1"),
            Row(f"{half}_kinds_precision", "played out, summary, reflection or document, accuracy"),
            *(
                Row(f"{half}_{layer}_{figure}", f"{label}, {figure}")
                for layer, label in (
                    ("starts", "where scenes begin"),
                    ("scene_places", "places of scenes"),
                    ("times", "times of scenes"),
                    ("comings", "who comes and goes"),
                    ("people", "people as members of the cast"),
                    ("stays", "where people are over time"),
                    ("presence", "who is there in a scene"),
                    ("custody", "who has a thing"),
                    ("states", "states"),
                    ("mood_and_dress", "moods and dress"),
                    ("traits", "traits"),
                    ("relations", "relations"),
                    ("secrets", "what is kept from whom"),
                )
                for figure in ("precision", "recall")
            ),
            Row(f"{half}_knowledge_recall", "who knows what, recall"),
        ),
    )
    for half, title in _HALVES
)
_GRAMMAR = (
    Table("Universal parts of speech", (Row("tags_accuracy", "accuracy"),)),
    Table(
        "Subjects and objects",
        (
            Row("arcs_f1", "F1"),
            Row("baseline_f1", "nearest noun: F1"),
            Row("arcs_nsubj_f1", "nsubj"),
            Row("baseline_nsubj_f1", "nsubj, nearest noun"),
            Row("arcs_obj_f1", "obj"),
            Row("baseline_obj_f1", "obj, nearest noun"),
            Row("arcs_nsubj:pass_f1", "nsubj:pass"),
            Row("baseline_nsubj:pass_f1", "nsubj:pass, nearest noun"),
        ),
    ),
)


_PLACES = Table(
    "People and places that annotators relate",
    (
        Row("related_precision", "precision"),
        Row("related_baseline_precision", "precision, always “related”"),
        Row("related_recall", "recall"),
    ),
)
_SCENES = Table(
    "Hidden breaks",
    (
        Row("scenes_f1", "F1"),
        Row("scenes_precision", "precision"),
        Row("scenes_recall", "recall"),
        Row("scenes_random_f1", "F1 at random"),
        Row("scenes_near_f1", "F1 within one paragraph"),
        Row("scenes_random_near_f1", "F1 within one paragraph, at random"),
    ),
)
_BIAS = tuple(
    Table(title, tuple(Row(f"{what}_{version}", version) for version in bias.VERSIONS))
    for what, title in (
        ("pronouns", "Pronouns with the right person"),
        ("lines", "Lines with the right speaker"),
    )
)

BENCHMARKS: tuple[Benchmark, ...] = (
    Benchmark(
        name="litbank_mentions",
        title="Entities and mentions",
        protocol=litbank_mentions.PROTOCOL
        + ". Entities leave pronouns out, mentions have them: two tasks, never to be compared",
        split=_NINE,
        folders=_LITBANK,
        read=task_figures.mention_figures,
        tables=(_ENTITIES, _MENTIONS),
    ),
    Benchmark(
        name="litbank_events",
        title="Events",
        protocol=litbank_events.PROTOCOL,
        split=_NINE,
        folders=_LITBANK,
        read=task_figures.event_figures,
        tables=(_EVENTS,),
    ),
    Benchmark(
        name="litbank_coreference",
        title="Coreference",
        protocol="exact spans, singletons counted, pooled over documents. Found and given mentions "
        "are two tasks, never to be compared",
        split=_NINE,
        folders=_LITBANK,
        read=task_figures.coreference_figures,
        tables=_COREFERENCE,
    ),
    Benchmark(
        name="litbank_speakers",
        title="Lines with one speaker",
        protocol=litbank_speakers.PROTOCOL,
        split=_NINE + "; two of them have no quotations",
        folders=_LITBANK,
        read=task_figures.litbank_speaker_figures,
        tables=(_LINES,),
    ),
    Benchmark(
        name="quotations",
        title="Quotations",
        protocol="raw text, end to end; stretches whose letters agree to nine tenths, see "
        "`evaluation/quotations.py`",
        split=_PDNC,
        folders=("pdnc",),
        read=task_figures.quotation_figures,
        tables=(_QUOTATIONS,),
    ),
    Benchmark(
        name="speakers",
        title="Speakers and addressees",
        protocol="raw text, end to end, no list of characters; guesses included (`--guess`) unless "
        "said; not found, not known and nobody on the list count as wrong",
        split=_PDNC,
        folders=("pdnc",),
        read=task_figures.speaker_figures,
        tables=(_SPEAKERS,),
    ),
    Benchmark(
        name="cast",
        title="Cast",
        protocol="raw text, end to end; characters named five times or more",
        split=_PDNC,
        folders=("pdnc",),
        read=task_figures.cast_figures,
        tables=(_CAST,),
    ),
    Benchmark(
        name="short_stories",
        title="Short modern stories",
        protocol="raw text, end to end, see `evaluation/short_stories.py`",
        split="our own, see `evaluation/testbed/README.md`",
        folders=(),
        read=task_figures.short_story_figures,
        tables=_STORIES,
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
        tables=_WORLD,
    ),
    Benchmark(
        name="parsing",
        title="Grammar",
        protocol="raw text, end to end; tags of alignable words; arcs that mean the same in both "
        "schemes; the baseline is given gold tags and sentences",
        split="English Web Treebank, dev; nothing was trained on it",
        folders=("ud",),
        measure=task_figures.parsing_figures,
        tables=_GRAMMAR,
    ),
    Benchmark(
        name="mobility",
        title="People and places",
        protocol="passages of a few sentences, put together from tokens, read end to end; a pair "
        "counts as related if the reading has a stay of that person in that place",
        split="Soni et al. 2023, dev",
        folders=("mobility",),
        measure=task_figures.mobility_figures,
        tables=(_PLACES,),
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
        tables=(_SCENES,),
    ),
    Benchmark(
        name="bias",
        title="Pronouns of every kind",
        protocol="short passages told with five kinds of pronouns and names of seven languages",
        split="our own, 30 passages, 1,050 tellings",
        folders=(),
        read=task_figures.bias_figures,
        tables=_BIAS,
    ),
)
