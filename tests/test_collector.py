"""The search for garbage rests during a reading and comes back."""

import gc

import pytest

from fabula import collector


def test_no_search_begins_during_a_reading() -> None:
    with collector.put_off():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_search_is_on_again_after_the_last_of_two_readings_at_once() -> None:
    one, other = collector.put_off(), collector.put_off()
    one.__enter__()
    other.__enter__()
    one.__exit__(None, None, None)
    assert not gc.isenabled()
    other.__exit__(None, None, None)
    assert gc.isenabled()


def test_the_search_is_on_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="torn page"), collector.put_off():
        raise ValueError("torn page")
    assert gc.isenabled()


def test_a_search_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with collector.put_off():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
