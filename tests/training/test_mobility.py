import os
from pathlib import Path

import pytest

from fabula.encoder.scores import PLACE_RELATIONS
from training import mobility

CONTEXT = """
“ Do n't wait , ” he said . <char> Ada 's brother </char> ran to <place> the old mill </place> .
"""


def test_tokens_are_put_together_and_spans_stay_on_their_words():
    passage = mobility.passage(mobility.row("A", CONTEXT), "TO")
    (label,) = passage.places or ()
    assert passage.text == "“Don't wait,” he said. Ada's brother ran to the old mill."
    assert passage.text[label.person.start : label.person.end] == "Ada's brother"
    assert passage.text[label.place.start : label.place.end] == "the old mill"
    assert PLACE_RELATIONS[label.relation] == "TO"


def test_one_may_lie_inside_the_other():
    row = mobility.row("A", "to <place> <char> Ada </char> 's mill </place> by night")
    passage = mobility.passage(row, "NONE")
    (label,) = passage.places or ()
    assert passage.text[label.person.start : label.person.end] == "Ada"
    assert passage.text[label.place.start : label.place.end] == "Ada's mill"
    assert label.relation == 0


@pytest.mark.parametrize("context", ["<char> Ada </char> ran", "a <char> b </char> <char> c"])
def test_a_row_without_its_two_spans_is_refused(context):
    with pytest.raises(ValueError, match="expected"):
        mobility.row("A", context)


def test_marks_that_were_left_together_are_taken_apart():
    row = mobility.row("A", 'It is <char> I </char> ." She saw <place> it </place> -- there ...')
    assert row.tokens[3:5] == (".", '"')
    assert row.tokens[-3:] == ("--", "there", "...")


def test_a_new_speech_opens_a_paragraph_and_keeps_straight_marks_apart():
    tokens = 'not yet . " " Row on ! " said Ada .'.split()
    running = mobility.printed(tokens)
    assert running.text == 'not yet."\n\n"Row on!" said Ada.'
    assert [running.text[p.start : p.end] for p in running.places] == tokens


def write(folder, split, rows, labels):
    head = "ID\tbook_id\tchar_text\tplace_text\tcontext_100\n"
    lines = "".join("\t".join(row) + "\n" for row in rows)
    (folder / f"{split}.tsv").write_text(head + lines, encoding="utf-8")
    head = "ID\tvalid_relation\tspatial_relation\ttemporal_span\tnarrative_tense\n"
    lines = "".join("\t".join(row) + "\n" for row in labels)
    (folder / f"{split}.labels.tsv").write_text(head + lines, encoding="utf-8")


def test_rows_are_joined_with_their_labels(tmp_path):
    marked = "<char> Ada </char> sat in <place> the mill </place> ."
    quoted = '"She said , "" <char> Ada </char> is at <place> the mill </place> . """'
    write(
        tmp_path,
        "train",
        [
            ("A", "1", "Ada", "the mill", marked),
            ("B", "1", "Ada", "the mill", quoted),
            ("C", "1", "Ada", "the mill", marked),
            ("D", "1", "Tom", "the mill", marked),
            ("E", "1", "Ada", "the mill", marked),
        ],
        [
            ("A", "VALID", "IN", "PUNCTUAL", ""),
            ("B", "VALID", "NO REL", "", ""),
            ("C", "INVALID", "", "", ""),
            ("D", "VALID", "IN", "", ""),
            ("E", "VALID", "", "", ""),
        ],
    )
    found = list(mobility.passages(tmp_path, "train"))
    assert [(one.id, one.places[0].relation) for one in found] == [("A", 1), ("B", 0), ("C", 0)]
    assert found[1].text == 'She said, "Ada is at the mill."'


BY_HAND = os.environ.get("FABULA_DATA")


@pytest.mark.skipif(not BY_HAND, reason="FABULA_DATA names no folder with the corpora")
@pytest.mark.parametrize(("split", "rows"), [("train", 1700), ("dev", 240)])
def test_every_span_has_the_words_that_the_corpus_names(split, rows):
    folder = Path(BY_HAND or "") / "mobility"
    lines = (folder / f"{split}.tsv").read_text(encoding="utf-8").split("\n")
    named = {line.split("\t")[0]: line.split("\t")[2:4] for line in lines[1:] if line}
    found = list(mobility.passages(folder, split))
    assert len(found) > rows
    for passage in found:
        (label,) = passage.places or ()
        spans = (label.person, label.place)
        words = [letters(passage.text[span.start : span.end]) for span in spans]
        assert words == [letters(field) for field in named[passage.id]]


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
