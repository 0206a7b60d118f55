"""Numbers with their nouns, as people read them."""


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """“1 scene”, “2 scenes”, “1,200 words”; `plural` where it is no noun with an s."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"
