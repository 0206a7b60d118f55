"""The tables of RESULTS.md: a row for each figure, and what others have published beside it.

Published figures are those that were read in the primary source or computed again from released
files. They stand beside ours with their own protocol, never as if the two were the same.
"""

from msgspec import Struct

from evaluation import bias


class Row(Struct, frozen=True):
    """A line of a table: one of our figures, and what others have published beside it."""

    figure: str
    label: str
    published: str = ""


class Table(Struct, frozen=True):
    """Rows that may be read together; figures of two tables must not be compared."""

    title: str
    rows: tuple[Row, ...]


ENTITIES = Table(
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
MENTIONS = Table(
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
EVENTS = Table(
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


COREFERENCE = (
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
LINES = Table(
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
QUOTATIONS = Table(
    "Quotations found",
    (
        Row("quotations_f1", "F1"),
        Row("quotations_precision", "precision"),
        Row("quotations_recall", "recall"),
    ),
)
SPEAKERS = Table(
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
CAST = Table(
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
    ("seen", "175 stories that rules were written with"),
    ("unseen", "32 stories that nobody who wrote rules has read, scored at the end"),
)
STORIES = tuple(
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
WORLD = tuple(
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
GRAMMAR = (
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


PLACES = Table(
    "People and places that annotators relate",
    (
        Row("related_precision", "precision"),
        Row("related_baseline_precision", "precision, always “related”"),
        Row("related_recall", "recall"),
    ),
)
SCENES = Table(
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
BIAS = tuple(
    Table(title, tuple(Row(f"{what}_{version}", version) for version in bias.VERSIONS))
    for what, title in (
        ("pronouns", "Pronouns with the right person"),
        ("lines", "Lines with the right speaker"),
    )
)
