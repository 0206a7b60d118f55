"""The fuzzer of the readers: what it makes, and that it sees what goes wrong."""

import json
import tarfile
from io import BytesIO
from pathlib import Path

import pytest
from evaluation.fuzz_inputs import Input, mutated, samples
from evaluation.malformed import malformed

from evaluation import fuzz_sources
from fabula import sources
from fabula.text import Document, Mark, Paragraph

SAMPLES = samples()
TEXTS = tuple(file for file in SAMPLES if not file.data.startswith(b"PK"))


def test_an_input_can_be_made_again_from_its_number() -> None:
    assert mutated(7, 1, SAMPLES) == mutated(7, 1, SAMPLES)
    assert mutated(7, 1, SAMPLES) != mutated(7, 2, SAMPLES)
    assert mutated(7, 1, SAMPLES).data != mutated(8, 1, SAMPLES).data


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.label)
def test_the_sound_files_are_read(file: Input) -> None:
    outcome = fuzz_sources.attempt(file)
    assert outcome.result == "read", outcome.detail


def test_damaged_files_are_read_or_refused() -> None:
    files = (mutated(number, 0, SAMPLES) for number in range(400))
    failures = [
        (file.label, outcome.kind, outcome.detail)
        for file, outcome in fuzz_sources.run(files)
        if outcome.result not in {"read", "refused"}
    ]
    assert failures == []


def test_an_exception_of_another_kind_is_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(data: bytes, name: str) -> Document:
        raise KeyError(name)

    monkeypatch.setattr(sources, "read_bytes", broken)
    outcome = fuzz_sources.attempt(TEXTS[0])
    assert (outcome.result, outcome.kind) == ("crash", "KeyError")


def test_a_hang_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(data: bytes, name: str) -> Document:
        while True:
            pass

    monkeypatch.setattr(sources, "read_bytes", endless)
    monkeypatch.setattr(fuzz_sources, "HANG_SECONDS", 0.05)
    ((_, outcome),) = fuzz_sources.run(TEXTS[:1])
    assert outcome.result == "hang"


@pytest.mark.parametrize(
    "document",
    [
        Document("a\ud800b", "a.txt", "plain", ()),
        Document("Once.", "a.txt", "plain", (Paragraph(0, 6),)),
        Document("Once.", "a.txt", "plain", (Paragraph(2, 5), Paragraph(0, 1))),
        Document("Once. ", "a.txt", "plain", (Paragraph(0, 6),)),
        Document("Once.", "a.txt", "plain", (), marks=(Mark("rule", 5, 9),)),
        Document("Once.", "a.txt", "plain", (), marks=(Mark("rule", 5, 5), Mark("rule", 1, 2))),
    ],
)
def test_a_document_that_is_not_sound_is_a_crash(document: Document) -> None:
    assert fuzz_sources.unsound(document)


def archive(path: Path, members: dict[str, bytes]) -> None:
    with tarfile.open(path, "w:xz") as file:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            file.addfile(info, BytesIO(data))


def test_test_suites_become_single_files(tmp_path: Path) -> None:
    archive(
        tmp_path / "epubcheck-resources.tar.xz",
        {
            "files/kite/META-INF/container.xml": b"<container/>",
            "files/kite/mimetype": b"application/epub+zip",
            "files/wind.epub": b"PK",
            "files/notes.feature": b"Scenario: none",
        },
    )
    tokens = json.dumps({"tests": [{"input": "<p>&amp", "output": []}]}).encode()
    encodings = b"#data\n<p>One\n#encoding\nutf-8\n#data\n<p>Two\n#encoding\nkoi8-r\n"
    archive(tmp_path / "html5lib-tests.tar.xz", {"t.test": tokens, "e.dat": encodings})
    (tmp_path / "blns.json").write_text(json.dumps(["null"]), encoding="utf-8")
    files = list(malformed(tmp_path))
    names = [file.name for file in files]
    assert names[:3] == ["container.xml", "wind.epub", "kite.epub"]
    assert files[2].data.startswith(b"PK")
    assert b"application/epub+zip" in files[2].data[:100]
    assert files[3].data == b"<!DOCTYPE html><p>Once. <p>&amp"
    assert [file.data for file in files[4:6]] == [b"<p>One\n", b"<p>Two\n"]
    assert names[6:] == ["strings.txt", "strings.md", "strings.html"]


def test_a_folder_without_test_suites_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="expected one of"):
        list(malformed(tmp_path))
