"""The encoder's scores for the benchmarks that measure them directly."""

from evaluation.figures import NotMeasured
from fabula.encoder import encode
from fabula.encoder.scores import Scores
from fabula.errors import ModelError
from fabula.text import Document


def scores_of(document: Document) -> Scores:
    """What the bundled encoder says about a segmented document.

    Raises:
        NotMeasured: if the weights are not there.
    """
    try:
        return encode(document)
    except ModelError as error:
        raise NotMeasured(str(error)) from error
