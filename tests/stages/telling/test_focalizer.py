from fabula.stages.telling.focalizer import likeliest


def test_whoever_is_likeliest_sees():
    assert likeliest([0.3, 0.45, 0.25]) == 1


def test_of_two_as_likely_the_first_sees():
    assert likeliest([0.2, 0.4, 0.4]) == 1
