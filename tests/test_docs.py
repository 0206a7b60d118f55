"""The documents say what the program does."""

import html
import re
from pathlib import Path
from typing import get_args

import click
import pytest

from fabula import cli
from fabula.formats.rows import SHOWN
from fabula.labels import BreakKind, Evidence, ParatextRole
from fabula.page.document import asset, content_security_policy
from fabula.sources import limits

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
README = (ROOT / "README.md").read_text(encoding="utf-8")
LAYERS = (ROOT / "docs" / "layers.md").read_text(encoding="utf-8")


def test_the_first_run_in_the_readme_is_real(capsys: pytest.CaptureFixture[str]) -> None:
    (block,) = re.findall(r"```\n\$ fabula (\S+)\n(.*?)```", README, re.DOTALL)
    assert cli.main([str(ROOT / block[0])]) == 0
    printed = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    assert block[1].splitlines() == printed


def test_every_command_is_in_the_readme() -> None:
    for command in cli.fabula.commands.values():
        assert isinstance(command, click.Command)
        assert f"fabula {command.name}" in README


def test_every_layer_has_its_section_and_its_keys() -> None:
    for layer in SHOWN:
        assert f"## {layer}\n" in LAYERS
        assert f"`{layer}`" in README


def test_every_label_is_explained() -> None:
    for label in (*get_args(ParatextRole), *get_args(Evidence), *get_args(BreakKind)):
        assert f"`{label}`" in LAYERS


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target


def test_the_limits_in_the_documents_are_those_of_the_program() -> None:
    files = (ROOT / "docs" / "files.md").read_text(encoding="utf-8")
    for said in (
        f"| a file | {limits.MAX_FILE_BYTES // 1024**2} MB |",
        f"| the text of a story | {limits.MAX_TEXT_CHARACTERS // 10**6} million characters |",
        f"| a line of text | {limits.MAX_LINE_CHARACTERS // 10**6} million characters |",
        f"| lines | {limits.MAX_LINES // 10**6} million; Markdown {limits.MAX_MARKDOWN_LINES:,} |",
        f"| files in an EPUB or DOCX | {limits.MAX_ARCHIVE_ENTRIES:,} |",
        f"| all unpacked files | {limits.MAX_UNPACKED_BYTES // 1024**2} MB |",
        f"| paragraphs of a DOCX | {limits.MAX_PARAGRAPHS:,} |",
    ):
        assert said in files


def test_the_page_in_the_docs_is_the_example_as_pages_are_written_now() -> None:
    """`make demo` writes it anew; what is read may differ a little between processors."""
    written = (ROOT / "docs" / "the_lamplighters.html").read_text(encoding="utf-8")
    style = "\n".join(asset(name) for name in ("page.css", "script.css", "charts.css"))
    policy = html.escape(content_security_policy(style, asset("page.js")), quote=True)
    assert policy in written, "run 'make demo'"
    story = (ROOT / "examples" / "the_lamplighters.txt").read_text(encoding="utf-8")
    shown = html.unescape(re.sub(r"<[^>]+>", "", written))
    last = story.rstrip().split("\n")[-1]
    assert last in shown
