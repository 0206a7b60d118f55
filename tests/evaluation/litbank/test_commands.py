"""The benchmarks on LitBank as commands, over a corpus of one document."""

import pytest

from evaluation import litbank_coreference, litbank_mentions


def test_the_benchmark_of_mentions_keeps_its_two_layers_apart(corpus, capsys):
    litbank_mentions.main(["--data", str(corpus), "--split", "all", "--errors", "2"])
    printed = capsys.readouterr().out
    assert "Split: LitBank, all, 1 documents" in printed
    assert "Entity layer, WITHOUT pronouns, exact span and type:" in printed
    assert "Coreference layer, WITH pronouns, exact span and type:" in printed
    assert printed.count("\n- 7 ") + printed.count("\n+ 7 ") == 2


@pytest.mark.parametrize("setting", ["predicted", "gold"])
def test_the_benchmark_of_coreference_names_its_setting(corpus, capsys, setting):
    litbank_coreference.main(["--data", str(corpus), "--split", "all", "--mentions", setting])
    printed = capsys.readouterr().out
    assert f"{setting} mentions, pooled over documents, singletons counted:" in printed
    assert "CoNLL" in printed


def test_a_split_without_documents_is_no_benchmark(corpus):
    with pytest.raises(SystemExit, match="no documents"):
        litbank_mentions.main(["--data", str(corpus)])
