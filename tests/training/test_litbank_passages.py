from training import litbank, litbank_passages


def test_each_document_comes_plain_and_then_changed(document_with, monkeypatch, tmp_path):
    text = "“Row!” cried Ada Hart. Ada Hart laughed, and she rowed. She was wet."
    mentions = ["ada name Ada Hart", "ada name Ada Hart", "ada pron she", "ada pron She"]
    gold = document_with(text, mentions, speech=["“Row!”"])
    monkeypatch.setattr(litbank, "documents", lambda data: [gold])
    plain, *changed = litbank_passages.passages(tmp_path, variants=8)
    assert plain.id == "7"
    assert plain.text == text
    assert [passage.id for passage in changed] == [f"7/{seed}" for seed in range(1, 9)]
    assert len({passage.text for passage in changed}) > 1
    assert all(len(passage.mentions or ()) == 4 for passage in changed)
