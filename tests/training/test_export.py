"""The files that readers run say what the trained network says."""

import pytest

from fabula.encoder.pair_features import COREFERENCE_SIZES, SPEECH_SIZES

torch = pytest.importorskip("torch", reason="training needs torch, which readers do without")
pytest.importorskip("onnx", reason="weights are written with onnx")

from training.export import (  # noqa: E402
    COREFERENCE_TABLES,
    SPEECH_TABLES,
    JointFeatures,
    first_rows,
)
from training.network import Features  # noqa: E402


@pytest.mark.parametrize(
    ("sizes", "tables"), [(COREFERENCE_SIZES, COREFERENCE_TABLES), (SPEECH_SIZES, SPEECH_TABLES)]
)
def test_joint_features_add_up_to_what_each_says(sizes, tables):
    torch.manual_seed(1)
    plain = Features(sum(sizes), 8)
    joint = JointFeatures(plain.weight.data, sizes, tables)
    chosen = torch.stack([torch.randint(size, (500,)) for size in sizes], dim=1)
    rows = chosen + first_rows(sizes)
    assert torch.allclose(joint(rows), plain(rows), atol=1e-5)


def test_every_feature_is_in_one_table():
    for sizes, tables in ((COREFERENCE_SIZES, COREFERENCE_TABLES), (SPEECH_SIZES, SPEECH_TABLES)):
        assert sorted(feature for table in tables for feature in table) == list(range(len(sizes)))
