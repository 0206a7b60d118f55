"""Sentences and tokens; no character lost."""
