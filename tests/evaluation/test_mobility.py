import pytest
from evaluation.figures import NotMeasured
from evaluation.mobility import Answer, always, counts, figures, measure, read_pair, stays
from evaluation.mobility_data import Pair

from fabula.encoder import model
from fabula.segmentation import segment
from fabula.sources import plain
from fabula.story import Chain, ChainId, EntityId, Mention, MentionId, Stay, Story
from fabula.text import Span

TEXT = "Ada sang in the mill of Tom. She was glad there."


def span(words, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def mention(name, whole, head, kind):
    return Mention(
        id=MentionId(name), start=whole.start, end=whole.end, type=kind, form="proper", head=head
    )


@pytest.fixture
def story():
    """Ada is in Tom's mill; Tom is nowhere."""
    mill = span("the mill of Tom")
    return Story(
        document=segment(plain.from_text(TEXT)),
        mentions=(
            mention("m1", span("Ada"), span("Ada"), "PER"),
            mention("m2", mill, span("mill"), "FAC"),
            mention("m3", span("Tom"), span("Tom"), "PER"),
            mention("m4", span("She"), span("She"), "PER"),
            mention("m5", span("there"), span("there"), "FAC"),
        ),
        chains=(
            Chain(id=ChainId("r1"), mention_ids=("m1", "m4"), type="PER", entity_id=EntityId("p1")),
            Chain(id=ChainId("r2"), mention_ids=("m2", "m5"), type="FAC"),
            Chain(id=ChainId("r3"), mention_ids=("m3",), type="PER", entity_id=EntityId("p2")),
        ),
        places=(Stay(who_id=EntityId("p1"), place_id=ChainId("r2"), since=0, evidence=Span(0, 3)),),
    )


def test_a_stay_joins_all_mentions_of_its_person_and_place(story):
    assert stays(story, span("Ada"), span("the mill of Tom"))
    assert stays(story, span("She"), span("there"))


def test_whoever_is_named_within_the_place_is_not_the_place(story):
    assert not stays(story, span("Tom"), span("the mill of Tom"))
    assert not stays(story, span("Ada"), span("Tom"))


def test_what_the_reading_did_not_find_is_joined_by_nothing(story):
    assert not stays(story, span("sang"), span("there"))
    assert not stays(story, span("Ada"), span("glad"))


def pair(relation, *, valid=True):
    return Pair("A", TEXT, span("Ada"), span("the mill"), valid, relation)


def answers(*given):
    return [Answer(pair(relation), stays=found) for relation, found in given]


def test_precision_is_over_joined_pairs_and_recall_over_related_ones():
    found = answers(("IN", True), ("TO", False), ("NEAR", True), ("NONE", True), ("NONE", False))
    values = figures(found)
    assert values["related_precision"] == pytest.approx(200 / 3)
    assert values["related_recall"] == pytest.approx(200 / 3)
    assert values["related_baseline_precision"] == 60
    assert (values["related_pairs"], values["related_found"]) == (5, 3)
    assert (counts(found).right, always(found).recall) == (2, 100)


def test_a_pair_that_is_no_person_and_place_is_joined_wrongly():
    wrong = [Answer(pair("NONE", valid=False), stays=True)]
    assert figures(wrong)["related_precision"] == 0


def test_the_passage_is_read_with_the_layer_of_places():
    read = read_pair(pair("IN"))
    assert read.document.text == TEXT
    assert {"chains", "places"} <= set(read.layers)


def test_without_weights_nothing_is_measured(tmp_path, monkeypatch):
    marked = "<char> Ada </char> sang in <place> the mill </place> ."
    folder = tmp_path / "mobility"
    folder.mkdir()
    (folder / "dev.tsv").write_text(
        f"ID\tbook_id\tchar_text\tplace_text\tcontext_100\nA\t1\tAda\tthe mill\t{marked}\n"
    )
    (folder / "dev.labels.tsv").write_text(
        "ID\tvalid_relation\tspatial_relation\ttemporal_span\tnarrative_tense\n"
        "A\tVALID\tIN\tPUNCTUAL\tPAST\n"
    )
    monkeypatch.setenv(model.FOLDER_VARIABLE, str(tmp_path))
    with pytest.raises(NotMeasured, match="without the encoder's weights"):
        measure(tmp_path)
