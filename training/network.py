"""The network: an encoder that reads fiction, and the heads that say what it saw.

One file, from word pieces to scores, with the shape of every array beside the line that makes it:

    b windows, t pieces of a window, w tokens of a window, d = 384 the width of a state,
    n spans, p pairs, v = 256 the width of a span's vector.

The encoder has the shape of MiniLM-L6-H384-uncased (Wang et al., NeurIPS 2020), 22.7 million
parameters of which 11.7 are word embeddings, and starts from the weights of all-MiniLM-L6-v2
(Apache-2.0). Since its vocabulary has no capitals, an embedding of each piece's case is added.
"""

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from fabula.encoder.pair_features import COREFERENCE_SIZES, SPEECH_SIZES
from fabula.encoder.scores import ENTITY_TYPES, PARTS_OF_SPEECH, RELATIONS

STATE = 384
HEADS = 12
LAYERS = 6
INNER = 1536
VOCABULARY = 30_522
POSITIONS = 512
CASES = 6
SPAN_VECTOR = 256
ARC = 128
SPAN = 64
UNLIKELY = -4.0
"""Nearly all spans are no mention: a scorer begins with a probability of one in 3,000 for each."""


class FusedAttention(torch.autograd.Function):
    """Attention as one operator of ONNX Runtime, for the exported graph alone.

    The operator takes the three parts as they come, adds what is learnt for each channel, and
    keeps the scores out of memory; written out step by step, attention costs as much time as all
    of a layer's products in 8 bits. It is quickest without a mask, and readers' windows need none.
    """

    @staticmethod
    def forward(
        _context: object, query: Tensor, key: Tensor, value: Tensor, bias: Tensor
    ) -> Tensor:
        """All [b, t, d], but `bias` [3 d], query first → [b, t, d]."""
        q, k, v = bias.chunk(3)
        return attention(query + q, key + k, value + v, None)

    @staticmethod
    def symbolic(
        graph: "torch.Graph",
        query: "torch.Value",
        key: "torch.Value",
        value: "torch.Value",
        bias: "torch.Value",
    ) -> "torch.Value":
        """The operator that stands for this in the graph."""
        inputs = query, key, value, bias
        fused = graph.op("com.microsoft::MultiHeadAttention", *inputs, num_heads_i=HEADS)
        fused.setType(query.type())
        return fused


def attention(query: Tensor, key: Tensor, value: Tensor, attended: Tensor | None) -> Tensor:
    """All [b, t, d]; `attended` [b, t] is 0 for padding, None without any → [b, t, d]."""
    b, t, _ = query.shape
    split = (
        part.view(b, t, HEADS, STATE // HEADS).transpose(1, 2)  # [b, heads, t, d / heads]
        for part in (query, key, value)
    )
    mask = None if attended is None else attended[:, None, None, :].bool()  # [b, 1, 1, t]
    mixed = F.scaled_dot_product_attention(*split, attn_mask=mask)
    return mixed.transpose(1, 2).reshape(b, t, STATE)


class Layer(nn.Module):
    """Attention over a window, then a word-wise network; a norm after each, as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(STATE, 3 * STATE)
        self.out = nn.Linear(STATE, STATE)
        self.attention_norm = nn.LayerNorm(STATE, eps=1e-12)
        self.up = nn.Linear(STATE, INNER)
        self.down = nn.Linear(INNER, STATE)
        self.inner_norm = nn.LayerNorm(STATE, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, attended: Tensor | None) -> Tensor:
        """`states` [b, t, d]; `attended` [b, t] is 0 for padding, None without any → [b, t, d]."""
        if torch.onnx.is_in_onnx_export():
            # Three products and one bias: cutting one product into three would copy it.
            parts = (F.linear(states, weight) for weight in self.qkv.weight.chunk(3))
            mixed = FusedAttention.apply(*parts, self.qkv.bias)
        else:
            mixed = attention(*self.qkv(states).chunk(3, dim=-1), attended)  # each [b, t, d]
        states = self.attention_norm(states + self.dropout(self.out(mixed)))
        inner = self.down(F.gelu(self.up(states)))
        return self.inner_norm(states + self.dropout(inner))


class Encoder(nn.Module):
    """Word pieces and their case → one state for each piece."""

    def __init__(self, dropout: float = 0.0) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, STATE)
        self.positions = nn.Embedding(POSITIONS, STATE)
        self.cases = nn.Embedding(CASES, STATE)
        self.norm = nn.LayerNorm(STATE, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        nn.init.zeros_(self.cases.weight)

    def forward(self, pieces: Tensor, cases: Tensor, attended: Tensor | None = None) -> Tensor:
        """All [b, t] → [b, t, d]; `attended` is 0 for padding, None without any."""
        places = self.positions.weight[: pieces.shape[1]]  # [t, d]
        states = self.norm(self.words(pieces) + self.cases(cases) + places)
        states = self.dropout(states)
        for layer in self.layers:
            states = layer(states, attended)
        return states


class WordGuesser(nn.Module):
    """The encoder with a head that guesses hidden words: used in continued pre-training alone."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.inner = nn.Linear(STATE, STATE)
        self.norm = nn.LayerNorm(STATE)
        self.bias = nn.Parameter(torch.zeros(VOCABULARY))

    def forward(self, pieces: Tensor, cases: Tensor, hidden: Tensor) -> Tensor:
        """All [b, t]; `hidden` is true where a word is to be guessed → [hidden, VOCABULARY]."""
        states = self.encoder(pieces, cases)[hidden]
        return F.linear(self.norm(F.gelu(self.inner(states))), self.encoder.words.weight, self.bias)


class Bilinear(nn.Module):
    """Scores each ordered pair of tokens of a window, once for each channel.

    Without a sense of distance the first word of one name would fit the last word of the next, so
    the products are turned by position (RoPE, Su et al. 2021; for spans Su et al. 2022,
    “GlobalPointer”), and each distance has a score of its own.
    """

    FARTHEST = 32
    WINDOW = 256

    def __init__(self, channels: int, width: int, state: int = STATE) -> None:
        super().__init__()
        self.channels, self.width = channels, width
        self.left = nn.Linear(state, channels * (width + 1))
        self.right = nn.Linear(state, channels * (width + 1))
        self.distance = nn.Parameter(torch.zeros(channels, 2 * self.FARTHEST + 1))
        for side in (self.left, self.right):
            nn.init.normal_(side.weight, std=0.02)
            nn.init.zeros_(side.bias)
        turns = 10_000 ** (-torch.arange(0, width, 2) / width)  # [width / 2]
        angles = torch.arange(self.WINDOW)[:, None] * turns  # [256, width / 2]
        self.register_buffer("cosine", angles.cos(), persistent=False)
        self.register_buffer("sine", angles.sin(), persistent=False)

    def forward(self, tokens: Tensor) -> Tensor:
        """[b, w, d] → [b, channels, w, w]: rows are the first token of a pair."""
        b, w, _ = tokens.shape
        left = self.left(tokens).view(b, w, self.channels, self.width + 1).transpose(1, 2)
        right = self.right(tokens).view(b, w, self.channels, self.width + 1).transpose(1, 2)
        turned_left, turned_right = self._turned(left[..., :-1]), self._turned(right[..., :-1])
        product = turned_left @ turned_right.transpose(-1, -2) / math.sqrt(self.width)
        product = product + left[..., -1:] + right[..., -1:].transpose(-1, -2)
        rows = torch.arange(w, device=tokens.device)
        apart = (rows[None, :] - rows[:, None]).clamp(-self.FARTHEST, self.FARTHEST)  # [w, w]
        # With the channels of a distance side by side ONNX Runtime looks them up at once.
        return product + self.distance.t()[apart + self.FARTHEST].permute(2, 0, 1)

    def _turned(self, values: Tensor) -> Tensor:
        """[b, channels, w, width], each pair of numbers turned by the token's position."""
        w = values.shape[2]
        cosine, sine = self.cosine[:w], self.sine[:w]  # [w, width / 2]
        one, other = values.chunk(2, dim=-1)
        return torch.cat([one * cosine - other * sine, one * sine + other * cosine], dim=-1)


class Reader(nn.Module):
    """One pass over a batch of windows: the states of the tokens, and the scores read off them."""

    def __init__(self, dropout: float = 0.0) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.dropout = nn.Dropout(dropout)
        self.salience = nn.Linear(STATE, 1)
        self.event = nn.Sequential(nn.Linear(STATE, STATE), nn.GELU(), nn.Linear(STATE, 1))
        self.scene = nn.Sequential(nn.Linear(STATE, STATE), nn.GELU(), nn.Linear(STATE, 1))
        self.tag = nn.Linear(STATE, len(PARTS_OF_SPEECH))
        self.relation = nn.Sequential(
            nn.Linear(STATE, STATE), nn.GELU(), nn.Linear(STATE, len(RELATIONS))
        )
        self.arc = Bilinear(1, ARC)
        # The last channel is shared by all types: whether the span is a mention at all.
        self.span = Bilinear(len(ENTITY_TYPES) + 1, SPAN)
        self.span.left.bias.data.view(-1, SPAN + 1)[:, -1] = UNLIKELY

    def forward(
        self, pieces: Tensor, cases: Tensor, first: Tensor, attended: Tensor | None = None
    ) -> dict[str, Tensor]:
        """All [b, t] but `first` [b, w], the places of the tokens' first pieces.

        `attended` is 0 for padding, and None where there is none, as in readers' windows.

        → states [b, w, d]; salience, event, scene [b, w]; tag [b, w, tags]; relation
        [b, w, relations]; arc [b, w, w] (dependent, head); span [b, types, w, w] (first, last).
        """
        seen = self.encoder(pieces, cases, attended)  # [b, t, d]
        states = seen.gather(1, first[:, :, None].expand(-1, -1, STATE))  # [b, w, d]
        tokens = self.dropout(states)
        span = self.span(tokens)  # [b, types + 1, w, w]
        return {
            "states": states,
            "salience": self.salience(tokens).squeeze(-1),
            "event": self.event(tokens).squeeze(-1),
            "scene": self.scene(tokens).squeeze(-1),
            "tag": self.tag(tokens),
            "relation": self.relation(tokens),
            "arc": self.arc(tokens).squeeze(1),
            "span": span[:, :-1] + span[:, -1:],
        }


class SpanVectors(nn.Module):
    """What a mention or a quotation is like, as one vector."""

    def __init__(self, dropout: float = 0.0) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.inner = nn.Linear(3 * STATE, SPAN_VECTOR)
        self.norm = nn.LayerNorm(SPAN_VECTOR)

    def forward(self, first: Tensor, last: Tensor, content: Tensor) -> Tensor:
        """All [n, d]: states of the first and last token, weighted mean of all → [n, v]."""
        joined = torch.cat([first, last, content], dim=-1)  # [n, 3 d]
        return self.norm(F.gelu(self.inner(self.dropout(joined))))


class Features(nn.Embedding):
    """What small integers say of a pair: the sum of one learnt vector for each."""

    def forward(self, features: Tensor) -> Tensor:
        """[p, f] rows → [p, v]."""
        return super().forward(features).sum(1)


class Pairs(nn.Module):
    """Scores pairs of spans from their vectors and from what is known of them beside."""

    CHANNELS = 16

    def __init__(self, sizes: tuple[int, ...], answers: int, dropout: float = 0.0) -> None:
        super().__init__()
        self.left = nn.Linear(SPAN_VECTOR, SPAN_VECTOR)
        self.right = nn.Linear(SPAN_VECTOR, SPAN_VECTOR)
        self.left_match = nn.Linear(SPAN_VECTOR, SPAN_VECTOR, bias=False)
        self.right_match = nn.Linear(SPAN_VECTOR, SPAN_VECTOR, bias=False)
        self.match = nn.Linear(self.CHANNELS, SPAN_VECTOR)
        self.features = Features(sum(sizes), SPAN_VECTOR)
        self.dropout = nn.Dropout(dropout)
        self.inner = nn.Linear(SPAN_VECTOR, SPAN_VECTOR // 2)
        self.answer = nn.Linear(SPAN_VECTOR // 2, answers)
        nn.init.normal_(self.features.weight, std=0.1)

    def forward(
        self, lefts: Tensor, rights: Tensor, left: Tensor, right: Tensor, features: Tensor
    ) -> Tensor:
        """`lefts`, `rights` [n, v]; `left`, `right` [p] rows of them; `features` [p, f].

        → [p, answers]. What depends on one span alone is worked out once for each span.
        """
        a, b = self.left(lefts), self.right(rights)  # [n, v]
        split = (-1, self.CHANNELS, SPAN_VECTOR // self.CHANNELS)
        x, y = self.left_match(lefts).view(split), self.right_match(rights).view(split)
        match = (x[left] * y[right]).sum(-1) / math.sqrt(split[2])  # [p, channels]
        joined = a[left] + b[right] + self.match(match) + self.features(features)  # [p, v]
        inner = F.gelu(self.inner(self.dropout(F.gelu(joined))))  # [p, v / 2]
        return self.answer(inner)


class Network(nn.Module):
    """All that is trained together."""

    def __init__(self, dropout: float = 0.0, pair_dropout: float = 0.0) -> None:
        super().__init__()
        self.reader = Reader(dropout)
        self.mentions = SpanVectors(pair_dropout)
        self.utterances = SpanVectors(pair_dropout)
        self.coreference = Pairs(COREFERENCE_SIZES, 1, pair_dropout)
        self.speech = Pairs(SPEECH_SIZES, 2, pair_dropout)


def span_states(
    states: Tensor, salience: Tensor, first: Tensor, last: Tensor
) -> tuple[Tensor, Tensor, Tensor]:
    """The three views of spans that `SpanVectors` reads.

    `states` [tokens, d], `salience` [tokens], `first` and `last` [n], `last` included → three
    times [n, d]: the first token's state, the last one's, and the mean weighted by salience.
    """
    longest = 60
    width = int((last - first).max().clamp(max=longest - 1)) + 1 if len(first) else 1
    rows = first[:, None] + torch.arange(width)  # [n, width]
    inside = rows <= last[:, None]
    rows = rows.clamp(max=len(states) - 1)
    weights = salience[rows].masked_fill(~inside, -1e4).softmax(-1)  # [n, width]
    content = (weights[:, :, None] * states[rows]).sum(1)
    return states[first], states[last], content
