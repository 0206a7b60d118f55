import os
from pathlib import Path

import pytest
from evaluation.figures import NotMeasured
from evaluation.mobility_data import load, pair, printed, row

CONTEXT = """
“ Do n't wait , ” he said . <char> Ada 's brother </char> ran to <place> the old mill </place> .
"""


def words(found):
    return [found.text[span.start : span.end] for span in (found.person, found.place)]


def test_tokens_are_put_together_and_spans_stay_on_their_words():
    found = pair(row("A", CONTEXT), "TO")
    assert found.text == "“Don't wait,” he said. Ada's brother ran to the old mill."
    assert words(found) == ["Ada's brother", "the old mill"]
    assert found.relation == "TO"


def test_one_may_lie_inside_the_other():
    found = pair(row("A", "to <place> <char> Ada </char> 's mill </place> by night"), "NONE")
    assert words(found) == ["Ada", "Ada's mill"]


@pytest.mark.parametrize("context", ["<char> Ada </char> ran", "a <char> b </char> <char> c"])
def test_a_row_without_its_two_spans_is_refused(context):
    with pytest.raises(ValueError, match="expected"):
        row("A", context)


def test_marks_that_were_left_together_are_taken_apart():
    found = row("A", 'It is <char> I </char> ." She saw <place> it </place> -- there ...')
    assert found.tokens[3:5] == (".", '"')
    assert found.tokens[-3:] == ("--", "there", "...")


def test_a_new_speech_opens_a_paragraph_and_keeps_straight_marks_apart():
    tokens = 'not yet . " " Row on ! " said Ada .'.split()
    running = printed(tokens)
    assert running.text == 'not yet."\n\n"Row on!" said Ada.'
    assert [running.text[p.start : p.end] for p in running.places] == tokens


def write(folder, part, rows, labels):
    folder.mkdir()
    head = "ID\tbook_id\tchar_text\tplace_text\tcontext_100\n"
    lines = "".join("\t".join(fields) + "\n" for fields in rows)
    (folder / f"{part}.tsv").write_text(head + lines, encoding="utf-8")
    head = "ID\tvalid_relation\tspatial_relation\ttemporal_span\tnarrative_tense\n"
    lines = "".join("\t".join(fields) + "\n" for fields in labels)
    (folder / f"{part}.labels.tsv").write_text(head + lines, encoding="utf-8")


def test_rows_are_joined_with_their_labels(tmp_path):
    marked = "<char> Ada </char> sat in <place> the mill </place> ."
    quoted = '"She said , "" <char> Ada </char> is at <place> the mill </place> . """'
    write(
        tmp_path / "mobility",
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
    found = load(tmp_path, "train")
    assert [(one.id, one.valid, one.relation) for one in found] == [
        ("A", True, "IN"),
        ("B", True, "NONE"),
        ("C", False, "NONE"),
    ]
    assert found[1].text == 'She said, "Ada is at the mill."'


def test_without_the_data_nothing_is_measured(tmp_path):
    with pytest.raises(NotMeasured, match=r"dev\.tsv"):
        load(tmp_path)


BY_HAND = os.environ.get("FABULA_DATA")


@pytest.mark.skipif(not BY_HAND, reason="FABULA_DATA names no folder with the corpora")
@pytest.mark.parametrize(("part", "rows"), [("train", 1700), ("dev", 240)])
def test_every_span_has_the_words_that_the_corpus_names(part, rows):
    lines = (Path(BY_HAND or "") / "mobility" / f"{part}.tsv").read_text(encoding="utf-8")
    named = {line.split("\t")[0]: line.split("\t")[2:4] for line in lines.split("\n")[1:] if line}
    found = load(Path(BY_HAND or ""), part)
    assert len(found) > rows
    for each in found:
        assert list(map(letters, words(each))) == list(map(letters, named[each.id]))


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
