"""Chains: which earlier mentions are asked about, and how the answers join clusters."""
