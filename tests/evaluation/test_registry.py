import importlib
from typing import get_args

import pytest
from evaluation.coreference_metrics import score
from evaluation.gate import GATED
from evaluation.registry import BENCHMARKS
from evaluation.testbed import Half

from evaluation import (
    bias,
    litbank_coreference,
    mobility,
    mobility_data,
    parsing,
    scene_changes,
    world,
)
from fabula.text import Span

BY_NAME = {benchmark.name: benchmark for benchmark in BENCHMARKS}


def scored(setting):
    clusters = [frozenset({1, 2})]
    one = litbank_coreference.Scored("7", score(clusters, clusters))
    return litbank_coreference.figures([one], setting)


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("bias", bias.figures([])),
        ("parsing", parsing.figures([])),
        ("litbank_coreference", {**scored("gold"), **scored("predicted")}),
        (
            "world",
            {f"{half}_{name}": 0 for half in get_args(Half) for name in world.measure([], None)},
        ),
        (
            "mobility",
            mobility.figures(
                [
                    mobility.Answer(
                        mobility_data.Pair("A", "Ada in Bath", Span(0, 3), Span(7, 11), True, "IN"),
                        stays=True,
                    )
                ]
            ),
        ),
        (
            "scene_changes",
            scene_changes.figures(
                scene_changes.score([scene_changes.Told("a", (1,), (0.5,), frozenset({1}))])
            ),
        ),
    ],
)
def test_every_row_of_a_table_is_a_figure_of_its_benchmark(name, figures):
    assert {row.figure for row in BY_NAME[name].rows} <= figures.keys()


@pytest.mark.parametrize("name", BY_NAME)
def test_every_benchmark_is_a_command_with_help(name, capsys):
    with pytest.raises(SystemExit) as stopped:
        importlib.import_module(f"evaluation.{name}").main(["--help"])
    assert stopped.value.code == 0
    assert "usage" in capsys.readouterr().out


def test_gated_figures_are_rows_of_their_benchmarks():
    for name, figures in GATED.items():
        assert set(figures) <= {row.figure for row in BY_NAME[name].rows}
