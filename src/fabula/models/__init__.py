"""The bundled weights and the vocabulary, read as package data."""
