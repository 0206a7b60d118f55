from training.augmentation import augmented


def test_a_seed_gives_the_same_mixture_again(document_with):
    talk = document_with(
        "“It is _your_ boat, Tom,” said Ada. He was late.",
        ["tom name Tom", "ada name Ada", "tom pron He"],
        speech=["“It is _your_ boat, Tom,”"],
    )
    texts = [augmented(talk, seed).text for seed in range(20)]
    assert texts == [augmented(talk, seed).text for seed in range(20)]
    assert len(set(texts)) > 5
