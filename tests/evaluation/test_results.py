import pytest
from evaluation.figures import NotMeasured
from evaluation.registry import Benchmark
from evaluation.result_tables import Row, Table
from evaluation.results import Measured, load, page, run, run_by_rules, save
from msgspec import structs

from evaluation import encoding, results


def rowing(measure=lambda _: {"rowing_f1": 71.234, "red_f1": 80.0}):
    return Benchmark(
        name="rowing",
        title="Rowing",
        protocol="two oars",
        split="the harbour",
        folders=("boats",),
        measure=measure,
        tables=(
            Table("With oars", (Row("rowing_f1", "F1", "68.3 by others"),)),
            Table("By boat", (Row("red_f1", "F1 of the red one"),)),
        ),
    )


@pytest.fixture
def data(tmp_path):
    (tmp_path / "boats").mkdir()
    (tmp_path / "boats" / "one.txt").write_text("red")
    return tmp_path


def test_a_run_keeps_figures_and_the_digest_of_its_data(data):
    measured = run(rowing(), data)
    assert measured.figures == {"rowing_f1": 71.23, "red_f1": 80.0}
    assert len(measured.digests["boats"]) == 64


def test_without_its_folder_a_benchmark_is_not_measured(tmp_path):
    with pytest.raises(NotMeasured, match="boats"):
        run(rowing(), tmp_path)


def test_the_page_has_protocol_split_figure_published_and_data(data):
    measured = run(rowing(), data)
    written = page({"rowing": measured}, [rowing()])
    assert "## Rowing\n" in written
    assert "Protocol: two oars." in written
    assert "Split: the harbour." in written
    assert (
        "| With oars | Fabula | published |\n|---|---:|---|\n| F1 | 71.2 | 68.3 by oth" in written
    )
    assert "| By boat | Fabula |\n|---|---:|\n| F1 of the red one | 80.0 |\n" in written
    assert f"| boats | `{measured.digests['boats']}` | rowing |" in written


def reading(read):
    return structs.replace(rowing(), measure=None, read=read)


def test_the_encoder_stands_beside_the_rules(data, monkeypatch):
    monkeypatch.setattr(encoding, "encoder_here", lambda: "oars")
    monkeypatch.setattr(encoding, "weights_digest", lambda: 64 * "a")
    benchmark = reading(
        lambda _, oars: {"rowing_f1": 71.2, "red_f1": 80.0} if oars else {"red_f1": 5}
    )
    measured = run_by_rules(benchmark, data, run(benchmark, data))
    written = page({"rowing": measured}, [benchmark])
    assert "Read: with the weights `aaaaaaaaaaaa…`." in written
    assert (
        "| With oars | Fabula | by rules | published |\n|---|---:|---:|---|\n| F1 | 71.2 | – | 68.3"
    ) in written
    assert "| F1 of the red one | 80.0 | 5.0 |" in written


def test_rules_are_not_set_beside_figures_of_other_data(data):
    benchmark = reading(lambda *_: {"rowing_f1": 71.2, "red_f1": 80.0})
    known = Measured({}, {"boats": "other"})
    with pytest.raises(NotMeasured, match="other data"):
        run_by_rules(benchmark, data, known)


def test_without_rules_nothing_stands_beside(data):
    with pytest.raises(NotMeasured, match="no rules"):
        run_by_rules(rowing(), data, run(rowing(), data))


def test_a_new_reading_drops_the_rules_of_an_older_program(kept, data, monkeypatch):
    monkeypatch.setattr(results, "BENCHMARKS", (reading(lambda *_: {"rowing_f1": 1, "red_f1": 2}),))
    for options in ([], ["--rules-only"]):
        assert results.main(["--data", str(data), *options], *kept) == 0
    assert load(kept[0])["rowing"].by_rules == {"rowing_f1": 1, "red_f1": 2}
    assert results.main(["--data", str(data)], *kept) == 0
    assert load(kept[0])["rowing"].by_rules == {}


def test_a_row_newer_than_the_last_measurement_is_empty():
    written = page({"rowing": Measured({"red_f1": 80.0}, {"boats": "old"})}, [rowing()])
    assert "| F1 | – | 68.3 by others |" in written
    assert "| F1 of the red one | 80.0 |" in written


def test_what_was_not_measured_has_no_table():
    assert "Rowing" not in page({}, [rowing()])


def test_figures_survive_the_file_and_the_same_ones_give_the_same_bytes(tmp_path):
    path = tmp_path / "figures.json"
    measured = {"b": Measured({"z": 1.5, "a": 2.0}, {}), "a": Measured({}, {"boats": "00"})}
    save(measured, path)
    first = path.read_bytes()
    save(dict(reversed(load(path).items())), path)
    assert path.read_bytes() == first
    assert load(path) == measured
    assert load(tmp_path / "missing.json") == {}


@pytest.fixture
def kept(tmp_path):
    """Where figures and page of a test go."""
    return tmp_path / "figures.json", tmp_path / "RESULTS.md"


def test_one_benchmark_is_measured_again_and_the_others_stay(kept, data, monkeypatch):
    save({"swimming": Measured({}, {})}, kept[0])
    monkeypatch.setattr(results, "BENCHMARKS", (rowing(),))
    assert results.main(["--data", str(data), "--only", "rowing"], *kept) == 0
    assert set(load(kept[0])) == {"rowing", "swimming"}
    assert kept[1].read_text().startswith("# Results")


def test_a_benchmark_that_cannot_run_loses_its_old_figures(kept, data, monkeypatch, capsys):
    def refuse(_):
        raise NotMeasured("no oars")

    save({"rowing": Measured({"rowing_f1": 1.0}, {})}, kept[0])
    monkeypatch.setattr(results, "BENCHMARKS", (rowing(refuse),))
    assert results.main(["--data", str(data)], *kept) == 1
    assert load(kept[0]) == {}
    assert "rowing: not measured: no oars" in capsys.readouterr().err
