import pytest
from evaluation.digests import digest


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "novels").mkdir()
    (tmp_path / "novels" / "ferry.txt").write_text("Ada rowed.")
    (tmp_path / "index.tsv").write_text("ferry\t1")
    return tmp_path


def test_the_same_files_have_the_same_digest(folder):
    before = digest(folder)
    (folder / "index.tsv").write_text("ferry\t1")
    (folder / ".seen").write_text("a file of the machine's own")
    assert digest(folder) == before


def test_another_word_or_another_name_is_other_data(folder):
    before = digest(folder)
    (folder / "index.tsv").rename(folder / "contents.tsv")
    renamed = digest(folder)
    (folder / "contents.tsv").write_text("ferry\t2")
    assert len({before, renamed, digest(folder)}) == 3


def test_a_missing_folder_has_no_digest(tmp_path):
    with pytest.raises(FileNotFoundError, match="novels"):
        digest(tmp_path / "novels")
