"""The house rules that a machine can check."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import fabula

PACKAGE = Path(fabula.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
# Lower ranks never import higher ones.
RANKS = {
    "collector": 0,
    "errors": 0,
    "version": 0,
    "text": 1,
    "leaves": 2,
    "lexicon": 1,
    "story": 2,
    "segmentation": 2,
    "encoder": 3,
    "sources": 3,
    "corrections": 3,
    "stages": 4,
    "pipeline": 5,
    "formats": 5,
    "correcting": 5,
    "world": 5,
    "page": 6,
    "terminal": 6,
    "serve": 7,
    "asking_commands": 7,
    "page_commands": 7,
    "serve_command": 8,
    "cli": 8,
    "__main__": 9,
}


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_one_way(path: Path) -> None:
    if room(path) == "__init__":
        return
    for name in imports(path):
        if name.startswith("fabula."):
            target = name.split(".")[1]
            assert RANKS.get(target, 0) <= RANKS[room(path)], f"{path} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_and_functions_stay_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") < 600
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, f"{path}: {node.name}"


def test_stage_modules_do_not_import_stages_of_other_layers() -> None:
    """A module of `stages` that holds a stage class is imported by the pipeline alone."""
    stages = {
        f"fabula.stages.{path.stem}"
        for path in (PACKAGE / "stages").glob("*.py")
        if "    provides = " in path.read_text(encoding="utf-8")
    }
    assert len(stages) >= 14  # the search finds them
    for path in (PACKAGE / "stages").rglob("*.py"):
        assert not stages & set(imports(path)), path


def test_importing_fabula_is_light() -> None:
    code = (
        "import sys; import fabula; names = set(sys.modules); "
        "print(*sorted(n for n in names if n.startswith('fabula.') or n.split('.')[0] in "
        "('msgspec', 'click', 'rich', 'lxml', 'nicknames', 'charset_normalizer')))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["fabula.errors", "fabula.version"]


def test_the_help_starts_without_the_heavy_libraries() -> None:
    code = (
        "import sys; from fabula.cli import main; main(['--help']); "
        "print(*(m for m in ('rich', 'lxml', 'markdown_it') if m in sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == ""


def test_the_public_names_are_all_there() -> None:
    assert sorted(fabula.__all__) == fabula.__all__
    for name in fabula.__all__:
        assert getattr(fabula, name) is not None
