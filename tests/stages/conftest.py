"""Lets the tests of every stage import `hand_built`, which lies beside this file."""
