"""Answers computed from the data: disagreements, arguments, comparisons, gaps, places, citations.

Every function takes a corpus and returns plain data (dicts, lists, texts) with the keys its
docstring names; nothing is printed, stored or stated as a triple.
"""
