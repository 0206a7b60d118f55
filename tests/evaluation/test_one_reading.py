import importlib.machinery
import sys
import time
import types
from pathlib import Path

import msgspec
import pytest
from evaluation.figures import NotMeasured
from evaluation.made_up_book import EXAMPLE
from evaluation.one_reading import (
    CallClock,
    Reading,
    StageClock,
    clock_encoder,
    main,
    peak_mb,
    read_with_fabula,
    read_with_spacy,
)

from evaluation import one_reading
from fabula import encoder
from fabula.encoder import pairs, vectors
from fabula.stages.chaining import pair_scores as chains


class Pipeline:
    """Stands in for a pipeline of spaCy: remembers what it is given."""

    def __init__(self):
        self.meta = {"lang": "en", "name": "small", "version": "1.2"}
        self.given = []

    def pipe(self, texts):
        self.given += texts
        return iter(texts)


def module(name, **members):
    made = types.ModuleType(name)
    made.__spec__ = importlib.machinery.ModuleSpec(name, None)
    vars(made).update(members)
    return made


def no_such_package(name):
    raise OSError(name)


@pytest.fixture
def pipeline(monkeypatch):
    """spaCy as if it were installed, its model published as a module of another name."""
    made = Pipeline()
    monkeypatch.setitem(sys.modules, "spacy", module("spacy", load=no_such_package))
    monkeypatch.setitem(sys.modules, "small_model", module("small_model", load=lambda: made))
    monkeypatch.setattr(one_reading.importlib.metadata, "version", lambda name: "9.8")
    return made


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "owl.txt"
    path.write_text("Ada rowed.\n\n\n“Look,” said Tom. “An owl!”\n", encoding="utf-8")
    return path


def test_the_clock_gives_each_stage_its_own_time():
    clock = StageClock()
    clock("quotations", 0, 2)
    time.sleep(0.02)
    clock("cast", 1, 2)
    clock.stop()
    assert list(clock.stages) == ["source", "quotations", "cast"]
    assert clock.stages["quotations"] >= 0.02 > clock.stages["cast"]


def test_a_timed_function_answers_as_before():
    assert CallClock().timed(divmod)(17, 5) == (3, 2)


def test_a_call_within_a_call_counts_once():
    clock = CallClock()
    inner = clock.timed(lambda: time.sleep(0.02))
    outer = clock.timed(lambda: [inner(), inner()])
    begun = time.perf_counter()
    outer()
    assert 0.04 <= clock.seconds <= time.perf_counter() - begun


def test_time_counts_even_where_a_call_fails():
    clock = CallClock()
    with pytest.raises(ZeroDivisionError):
        clock.timed(lambda: time.sleep(0.01) or 1 / 0)()
    assert clock.seconds >= 0.01
    clock.timed(lambda: time.sleep(0.01))()
    assert clock.seconds >= 0.02


def test_every_holder_of_an_encoder_function_gets_the_timed_one(monkeypatch):
    held = [
        (holder, name)
        for holder in (encoder, vectors, pairs, chains)
        for names in one_reading.ENCODER_CALLS.values()
        for name in names
        if hasattr(holder, name)
    ]
    for holder, name in held:
        monkeypatch.setattr(holder, name, getattr(holder, name))  # put back after the test
    before = chains.mention_vectors
    clock_encoder()
    assert chains.mention_vectors is vectors.mention_vectors is not before
    assert chains.score_coreference is pairs.score_coreference


def test_reading_by_rules_has_every_stage_and_no_encoder(book):
    reading = read_with_fabula(book, rules_only=True)
    assert reading.reader == "rules"
    assert reading.encoder_seconds is None
    assert {"source", "sentences", "cast", "viewpoints"} <= set(reading.stages)
    assert "encoder" not in reading.stages
    assert 0 < sum(reading.stages.values()) <= reading.seconds + 0.01


def test_a_file_that_is_no_story_is_not_measured(tmp_path):
    with pytest.raises(NotMeasured, match=r"missing\.txt"):
        read_with_fabula(tmp_path / "missing.txt", rules_only=True)


def test_spacy_reads_the_example_and_then_the_book_by_paragraphs(pipeline, book):
    reading = read_with_spacy(book, "small_model")
    assert pipeline.given[-2:] == ["Ada rowed.", "“Look,” said Tom. “An owl!”"]
    assert pipeline.given[0] in EXAMPLE.read_text(encoding="utf-8")
    assert reading.version == "spaCy 9.8 with en_small 1.2"
    assert list(reading.stages) == ["spaCy’s pipeline"]


def test_a_package_that_spacy_knows_is_loaded_by_spacy(monkeypatch, pipeline, book):
    other = Pipeline()
    monkeypatch.setattr(sys.modules["spacy"], "load", {"en_core": other}.__getitem__)
    read_with_spacy(book, "en_core")
    assert other.given
    assert not pipeline.given


def test_a_model_that_is_not_there_is_named(pipeline, book):
    with pytest.raises(NotMeasured, match="no model no_such_model"):
        read_with_spacy(book, "no_such_model")


def test_without_spacy_one_line_says_so(monkeypatch, book):
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(SystemExit, match=r"^not measured: spaCy is not installed$"):
        main(["spacy", str(book)])


def test_the_peak_memory_of_a_process_is_more_than_nothing():
    assert 5 < peak_mb() < 100_000


def test_a_reading_is_printed_as_json(book, capsys):
    main(["fabula", str(book), "--rules-only"])
    reading = msgspec.json.decode(capsys.readouterr().out, type=Reading)
    assert reading.version.startswith("Fabula ")
