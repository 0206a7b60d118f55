"""Which documents are trained on, and which decide.

The development documents are those of the entity layer's published split (Bamman, Popat and Shen,
NAACL 2019) that are at hand. The folds are those of the coreference layer (Bamman, Lewke and
Mansoor, LREC 2020): ten sets of test documents, each scored by a model that saw none of its set.
The twenty documents of the entity layer's test set and of the coreference layer's first fold are
held out: they are in none of these lists, and the first fold is missing.
"""

DEVELOPMENT = ("876", "60", "36", "32", "110", "432", "12677", "18581", "3268")
"""The documents that are never trained on, but may be looked at while deciding."""

FOLDS = (
    "2489 209 805 233 76 1245 829 33 2095".split(),
    "145 62 36 11 2641 3268 1260 514 18581".split(),
    "11231 110 217 766 113 73 5230 8867 472 41".split(),
    "521 160 3457 120 543 1064 2084 4051 2891".split(),
    "2005 1342 174 155 78 599 2775 550 876".split(),
    "105 432 84 974 32 345 45 95".split(),
    "171 4300 932 77 2852 4217 502".split(),
    "2166 219 367 12677 1695 9830 5348 24 1327 27".split(),
    "940 60 208 351 2814 158 44 6053 768".split(),
)
"""The published folds 1 to 9, less the documents that are held out."""

TRAINING = tuple(name for fold in FOLDS for name in fold if name not in DEVELOPMENT)
"""The 71 documents that models are fitted on while settings are being decided."""
