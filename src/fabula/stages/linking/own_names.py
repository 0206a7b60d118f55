"""Names that people say of themselves: “I'm Wilkin,” and “Wilkin.” when asked."""

import re

from fabula.story import Mention

_REACH = 64
"""Characters before a name in which the words stand that give it to the one who speaks."""

_SELF = re.compile(
    r"""(?:^|[“‘"'«—–\-.!?…,;:(\s])
    (?:I['’]m|I\sam|(?:my|the)\sname(?:['’]s|\sis)|name['’]s|(?:(?:you\s(?:can|may|could)|just)\s)?
    call\sme|(?:they|people|folks?|everyone|everybody|most\speople|my\sfriends)\scalls?\sme)
    \s+(?:[“‘"'*])?$""",
    re.VERBOSE | re.IGNORECASE,
)
_NO_CLAIM = re.compile(
    r"\b(?:if|unless|whether|not|never|say|says|said|think|thinks)\s+[^.!?]*$", re.IGNORECASE
)
"""Before “I'm”: “if I'm Tom”, “you think I'm Tom”."""
_AT_SERVICE = re.compile(r",?\s+at\s+your\s+service\b", re.IGNORECASE)
_LIES = re.compile(r"\b(?:lied|lying|pretend\w*|not\s+(?:his|her|their|my)\s+(?:real\s+)?name)\b")

_NAME_IS = re.compile(
    r"\sname(?:['’]s|\s(?:is|was|had\sbeen|would\sbe))\s+(?:called\s)?[“‘\"'*]?", re.IGNORECASE
)
"""Between “his” and his name."""

_QUESTION = 160
"""Characters before an answer in which the question stands, with a cue or a look after it."""

_ASKED = re.compile(
    r"""\b(?:(?:what(?:['’]s|\sis)|tell\sme)\s(?:your|his|her|their)\sname
    |(?:who|what)(?:['’]re|\sare)\syou(?:\scalled)?(?:,\sthen)?|(?:have|got)\s(?:you\s)?a\sname
    |and\syou\sare|(?:what|how)\s(?:do|should|shall|may|can)\s(?:they|people|I|we)\scall\syou
    |(?:your|his|her)\sname)\s?(?:[,.—–-]\s?(?:then|girl|boy|child|lad|please))?[?—–]""",
    re.VERBOSE | re.IGNORECASE,
)
_OPENS = re.compile(
    r"[“‘\"'«—–]\s?(?:(?:it['’]s|just|only|they\scall\sme|I['’]m|my\sname['’]s|my\sname\sis)\s)?$",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"[.,!…]*[”’\"'»]|[.,!…]*\s*(?:\n|$)|[.,]\s")


def says_own_name(text: str, mention: Mention) -> bool:
    """Whether somebody says by these words that the name is theirs.

    “I'm Wilkin” and “Wilkin, at your service” do; “if I'm Wilkin”, “I'm Wilkin's cousin” and
    “I'm Wilkin,” he lied do not.
    """
    before = text[max(mention.start - _REACH, 0) : mention.start]
    after = text[mention.end : mention.end + _REACH]
    claims = _SELF.search(before)
    if claims is None and not _AT_SERVICE.match(after):
        return False
    if claims is not None and (_NO_CLAIM.search(before[: claims.start() + 1]) or after[:1] == "?"):
        return False
    return after[:2] not in {"’s", "'s"} and not _LIES.search(after)


def name_behind(text: str, possessive: Mention) -> int | None:
    """Where the name stands that “his name was” gives to the one whom “his” means, if it does.

    In “His name was Tom Brook” at “Tom”; in “His name was never told” a word stands there.
    """
    named = _NAME_IS.match(text, possessive.end)
    return named.end() if named is not None else None


def gives_name_when_asked(text: str, mention: Mention) -> bool:
    """Whether a quotation opens with the name, right after a question for one."""
    before = text[max(mention.start - _QUESTION, 0) : mention.start]
    opening = _OPENS.search(before)
    if opening is None or not _CLOSES.match(text, mention.end):
        return False
    return _ASKED.search(before[: opening.start()]) is not None
