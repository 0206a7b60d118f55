from training.passages import Parse, Passage, PassageSpeech

import fabula.pipeline
from fabula.sources import plain
from fabula.text import Span
from training import passages

TEXT = "“Row!” cried Ada. The wind rose.\n\n“I am rowing,” said the boy, and she laughed."


def test_passages_come_back_as_they_were_written(tmp_path):
    full = Passage(
        id="ferry",
        source="litbank",
        text="Ada rowed.",
        events=(Span(4, 9),),
        items=(),
        parse=Parse(tags=(11, 15, 12), heads=(1, 1, 1), relations=(1, 0, -1)),
    )
    bare = Passage(id="mill", source="speech", text="The mill stood still.")
    path = tmp_path / "passages.jsonl"
    assert passages.write(path, [full, bare]) == 2
    assert passages.read(path) == [full, bare]


def test_what_nobody_looked_for_differs_from_what_is_not_there(tmp_path):
    path = tmp_path / "passages.jsonl"
    passages.write(path, [Passage(id="mill", source="speech", text="The mill.", items=())])
    (found,) = passages.read(path)
    assert found.items == ()
    assert found.mentions is None
    assert found.scene_starts is None


def test_a_passage_is_cut_into_the_tokens_that_a_reading_has():
    passage = Passage(id="ferry", source="litbank", text=TEXT)
    read = fabula.pipeline.analyse(plain.from_text(TEXT), stages=()).document
    made = passages.document(passage)
    assert made.tokens == read.tokens
    assert made.sentences == read.sentences
    assert made.paragraphs == read.paragraphs


def test_a_document_of_litbank_keeps_its_layers(document_with):
    gold = document_with(
        TEXT,
        ["ada name Ada", "boy noun the boy", "ada pron she"],
        speech=["“Row!”"],
        events=["cried"],
    )
    passage = passages.from_litbank(gold)
    words = [TEXT[one.start : one.end] for one in passage.mentions or ()]
    assert words == ["Ada", "the boy", "she"]
    assert [one.chain for one in passage.mentions or ()] == ["ada", "boy", "ada"]
    assert [TEXT[one.start : one.end] for one in passage.entities or ()] == ["Ada", "the boy"]
    assert [TEXT[one.start : one.end] for one in passage.events or ()] == ["cried"]
    assert passage.parse is None


def test_the_speaker_is_every_mention_of_their_chain_nearby(document_with):
    far = "The river ran on and on. " * 40
    text = f"Ada slept.\n\n{far}\n\n“Row!” cried Ada. The boy saw her."
    gold = document_with(
        text, ["ada name Ada", "ada name Ada", "boy noun The boy", "ada pron her"], ["“Row!”"]
    )
    (speech,) = passages.from_litbank(gold).speeches or ()
    assert text[speech.start : speech.end] == "“Row!”"
    assert [text[span.start : span.end] for span in speech.speaker] == ["Ada", "her"]
    assert speech.addressee == ()


def test_a_quotation_whose_speaker_is_nowhere_near_says_nothing(document_with):
    gold = document_with(TEXT, ["boy noun the boy"], speech=["“Row!”"])
    assert passages.from_litbank(gold).speeches == ()


def test_mentions_within_reach_are_near_and_others_are_not():
    text = "word " * 300
    read = passages.document(Passage(id="words", source="litbank", text=text))
    middle = PassageSpeech(start=150 * 5, end=150 * 5 + 4)
    spans = [Span(at * 5, at * 5 + 4) for at in (29, 30, 150, 270, 271)]
    assert [span.start // 5 for span in passages.near(spans, middle, read)] == [30, 150, 270]
