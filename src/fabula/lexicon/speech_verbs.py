"""Verbs of saying, asking, answering and thinking, with every form that a cue may use.

`kind_of_speech("whispered")` is "quiet"; `"said" in SPEECH_VERBS` is true. The lists were
written by hand for this project from ordinary English usage; no data set stands behind them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from fabula.lexicon.verb_forms import all_forms, forms_of

SpeechKind = Literal["plain", "question", "reply", "quiet", "loud", "manner"]
"""What a verb of speech tells apart from who speaks.

`plain` says only that someone spoke, `question` and `reply` how the line stands to the one
before or after it, `quiet` and `loud` how far it carries, `manner` how it sounds.
"""

_LEMMAS: Mapping[SpeechKind, str] = {
    "plain": """
        say tell speak add admit advise affirm allow amend announce apologise apologize argue
        assert assure avow begin beg bid boast caution claim command comment
        complain confess confide confirm congratulate continue contradict correct counsel
        declare decree describe direct elaborate emphasise emphasize encourage entreat exhort
        explain expostulate finish forbid guess hint implore inform insinuate insist instruct
        interject interpose interrupt intervene introduce invite joke maintain mention
        mock muse name narrate note object observe offer opine order persist persuade plead
        pray press proceed proclaim promise pronounce propose protest quote read reason
        recall recite recommend recount relate remark remind reminisce repeat report request
        resume reveal specify speculate start state stipulate stress suggest summarise
        summarize supply swear tease testify thank threaten translate urge utter venture
        volunteer vouchsafe vow warn welcome reassure soothe comfort conclude concede
        greet hazard lecture sign text type write
    """,
    "question": "ask demand inquire enquire query question wonder interrogate probe",
    "reply": """
        answer reply respond return retort rejoin riposte agree assent acquiesce
        acknowledge counter echo disagree deny parry
    """,
    "quiet": "whisper murmur mutter mumble breathe hiss coo croon purr mouth",
    "loud": """
        shout yell scream cry call exclaim bellow roar holler shriek howl screech ejaculate
        thunder boom bawl hail vociferate hoot
    """,
    "manner": """
        stammer stutter falter gasp pant sob moan groan growl snarl snap bark grunt grumble
        croak rasp drawl sing chant chirp squeak squeal wail whine whimper weep sneer scoff
        snort sniff quaver blurt gush lisp babble chatter ramble rant rave fume cajole coax
        chide scold rebuke reprove admonish taunt jeer gloat lament spit splutter sputter
        choke gulp wheeze intone trill pipe grouse gripe grouch storm rage yelp crow
        explode erupt sniffle bleat simper twitter
    """,
}

_EXPRESSIVE = """
    laugh chuckle giggle smile grin sigh nod shrug frown beam smirk wince scowl cackle snicker
    pout blush huff yawn shudder cough titter snigger guffaw
"""

_THINKING = """
    think wonder muse ponder reflect reason consider realise realize decide remember suppose
    imagine meditate marvel pray recall hope
"""

_SPELT_OUT: Mapping[SpeechKind, str] = {
    "plain": "brag brags bragged bragging quip quips quipped quipping submit submits submitted",
    "question": "quiz quizzes quizzed quizzing",
    "reply": "concur concurs concurred concurring",
    "manner": "deadpan deadpans deadpanned deadpanning",
}
"""Verbs that double their last consonant where the ordinary spelling rules would not."""

PHRASAL_SPEECH: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "go": frozenset({"on"}),
        "put": frozenset({"in"}),
        "break": frozenset({"in", "out"}),
        "cut": frozenset({"in"}),
        "burst": frozenset({"out"}),
        "strike": frozenset({"in"}),
        "throw": frozenset({"in"}),
        "shoot": frozenset({"back"}),
        "fire": frozenset({"back"}),
        "chime": frozenset({"in"}),
        "join": frozenset({"in"}),
        "come": frozenset({"back"}),
        "point": frozenset({"out"}),
        "pipe": frozenset({"up"}),
    }
)
"""Verbs that speak only with their particle: went on, put in, chimed in, shot back."""

VOICE_NOUNS = frozenset(
    """
    voice voices whisper shout cry murmur reply answer tone tones question response exclamation
    remark comment retort rejoinder
    """.split()
)
"""Nouns that stand for the person who speaks: “came Anna’s voice”, “was his reply”."""


_KINDS: Mapping[str, SpeechKind] = MappingProxyType(
    {form: kind for kind, lemmas in _LEMMAS.items() for form in all_forms(lemmas.split())}
    | {form: kind for kind, forms in _SPELT_OUT.items() for form in forms.split()}
)

SPEECH_VERBS = frozenset(_KINDS)
"""Every form of every verb of speech, in lower case: say, says, said, saying …"""

SPEECH_BASES = frozenset(
    lemma
    for lemmas in _LEMMAS.values()
    for lemma in lemmas.split()
    if lemma not in {"put", "read", "bid", "burst", "cut"}
)
"""The forms that may as well be nouns: a cry, the answer, her whisper."""

SPEECH_PARTICIPLES = frozenset(
    {form for form in _KINDS if form.endswith("ing") and form not in {"sing", "bring"}}
)
"""The -ing forms alone: “He turned, saying: …” is a cue, “the saying” is not."""

THINKING_VERBS = all_forms(_THINKING.split())
"""Every form of the verbs that introduce a thought: thought, wondered, muses …"""

EXPRESSIVE_VERBS = all_forms(_EXPRESSIVE.split())
"""Acts that a writer may put where a verb of speech belongs: “Fine,” he shrugged.

Weaker than `SPEECH_VERBS`: they count only right beside the quotation's comma.
"""

PHRASAL_PARTICLES: Mapping[str, frozenset[str]] = MappingProxyType(
    {form: particles for lemma, particles in PHRASAL_SPEECH.items() for form in forms_of(lemma).all}
)
"""The particles that make a form speak: “went” needs “on”, “chimed” needs “in”."""


WRITING_VERBS = all_forms(["write", "text", "type", "sign", "scribble", "scrawl", "pen", "reply"])
"""Verbs whose subject wrote the words; who *reads* a letter did not."""

CONTINUING_VERBS = all_forms(
    ["continue", "resume", "proceed", "pursue", "add", "conclude", "finish", "amend", "repeat"]
) | {"went", "goes", "go"}
"""Verbs by which someone who has just spoken goes on; “went” stands for “went on”."""


def kind_of_speech(form: str) -> SpeechKind | None:
    """What the verb tells beside who speaks; None for a word that is no verb of speech.

    `kind_of_speech("asked")` is "question".
    """
    return _KINDS.get(form)
