"""LitBank, read for training and measuring.

80 of the 100 documents of LitBank, CC BY 4.0: about 2,000 words from the beginning of a novel
each, with coreference (Bamman, Lewke and Mansoor, LREC 2020), nested entities (Bamman, Popat and
Shen, NAACL 2019), realis events (Sims, Park and Bamman, ACL 2019) and quotations with speakers
(Sims and Bamman, EMNLP 2020). `FOLDER/litbank/` holds the layers, `FOLDER/litbank-books/` the
books.

    document = load_document(Path("data"), "1260")
    document.text[document.mentions[0].start : document.mentions[0].end]

The corpus is tokenised. `load_document` gives the text that the tokens were made from, with
every annotation as a span of it.
"""

from evaluation.litbank.loading import document_names, has_paragraphs, load_document
from evaluation.litbank.records import (
    GoldAttribute,
    GoldDocument,
    GoldEntity,
    GoldMention,
    GoldQuotation,
    GoldType,
)
from evaluation.litbank.splits import DEVELOPMENT, FOLDS, TRAINING

__all__ = [
    "DEVELOPMENT",
    "FOLDS",
    "TRAINING",
    "GoldAttribute",
    "GoldDocument",
    "GoldEntity",
    "GoldMention",
    "GoldQuotation",
    "GoldType",
    "document_names",
    "has_paragraphs",
    "load_document",
]
