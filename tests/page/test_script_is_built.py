"""The script of the page: the committed file is what `web/` builds, small and harmless."""

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec import structs

from fabula.corrections.anchors import Place, Places
from fabula.corrections.reading import read_corrections
from fabula.text import Span

ROOT = Path(__file__).parents[2]
WEB = ROOT / "web"
BUILT = ROOT / "src" / "fabula" / "page" / "assets" / "page.js"

MOST_BYTES = 20_000
"""Compressed. The page has room for 50,000; what grows beyond this should be looked at."""

needs_node = pytest.mark.skipif(
    shutil.which("node") is None or not (WEB / "node_modules" / "vite").is_dir(),
    reason="needs node and web/node_modules (npm --prefix web ci)",
)


def node(*arguments: str | Path, given: str = "") -> str:
    done = subprocess.run(
        ["node", *map(str, arguments)],
        cwd=WEB,
        input=given,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@needs_node
@pytest.mark.slow
def test_the_committed_script_is_what_its_source_builds(tmp_path):
    vite = WEB / "node_modules" / "vite" / "bin" / "vite.js"
    node(vite, "build", "--outDir", tmp_path, "--logLevel", "error")
    fresh = (tmp_path / "page.js").read_bytes()
    assert fresh == BUILT.read_bytes(), "web/ was changed: run `make page-script`"


def test_the_script_is_small():
    assert len(gzip.compress(BUILT.read_bytes())) <= MOST_BYTES


def test_the_script_can_stand_in_a_page():
    script = BUILT.read_text(encoding="utf-8").lower()
    assert "</script" not in script
    assert "<!--" not in script


def test_nothing_in_the_script_reads_markup_or_runs_words():
    dangerous = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|DOMParser|srcdoc"
        r"|document\.write|\beval\b|new Function|setTimeout\(['\"`]|fetch\(|XMLHttpRequest"
        r"|WebSocket|sendBeacon|https?://"
    )
    assert dangerous.findall(BUILT.read_text(encoding="utf-8")) == []


@pytest.mark.skipif(not WEB.is_dir(), reason="web/ is not in the source distribution")
def test_the_lock_names_no_place_to_download_from():
    packages = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []


@needs_node
@pytest.mark.slow
def test_what_the_page_offers_is_a_file_of_corrections(tmp_path):
    lines = ["“Is the \\kettle\\ on?”", "“It is \u2028 not…”", "“Ahoy 🌧!”", "“Ahoy 🌧!”"]
    text = "Tom put down his “hat”. ".join(["", *lines, ""])
    starts = [text.index(lines[0]), text.index(lines[1]), text.index(lines[2])]
    starts.append(text.index(lines[3], starts[2] + 1))
    spans = [Span(at, at + len(line)) for at, line in zip(starts, lines, strict=True)]
    places = Places(text, [Place((span,)) for span in spans])
    speakers = ["Tom", 'Old "Salt" Reed', "O’Hara\\", "Zoë\u0007 \u2029🌧"]
    asked = [
        {"anchor": structs.astuple(places.anchor(index)), "speaker": speaker}
        for index, speaker in enumerate(speakers)
    ]

    saved = tmp_path / "chapter.fabula.toml"
    written = node(WEB / "tests" / "write_corrections.mjs", given=json.dumps(asked))
    saved.write_text(written, encoding="utf-8")
    corrections = read_corrections(saved)

    assert [line.speaker for line in corrections.lines] == speakers
    assert [places.find(line).index for line in corrections.lines] == [0, 1, 2, 3]
