from evaluation.litbank import DEVELOPMENT, FOLDS, TRAINING


def test_every_document_is_in_one_fold():
    names = [name for fold in FOLDS for name in fold]
    assert len(names) == len(set(names)) == 80


def test_no_document_is_trained_on_and_decided_by():
    assert len(DEVELOPMENT) == 9
    assert len(TRAINING) == 71
    assert not set(DEVELOPMENT) & set(TRAINING)
