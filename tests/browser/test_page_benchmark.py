"""The benchmark of the page measures what it says."""

import pytest
from evaluation.page_benchmark import measured
from tests.world.conftest import TEXT, small_world


@pytest.mark.slow
def test_size_and_times_of_a_page(browser, small):
    figures = measured("small", small_world(), browser, frames=2)
    assert figures.name == "small"
    assert figures.words == len(TEXT.split())
    assert figures.megabytes == round(small.stat().st_size / 1e6, 2)
    assert 0 < figures.first_paint <= figures.ready + 1000
    assert 0 < figures.median_frame <= figures.longest_frame
