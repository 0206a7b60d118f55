"""Measuring Fabula against annotated novels: loaders, scorers, and one script per layer.

Each script takes the folder of its data by `--data FOLDER` or from `FABULA_DATA`; none of that
data is part of this project.
"""
