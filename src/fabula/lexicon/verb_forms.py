"""The forms of English verbs: “know” gives knows, knew, known, knowing.

The irregular verbs are a list of our own from any school grammar; the rest follows the
spelling rules.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from msgspec import Struct

_IRREGULAR = """
    arise arose arisen;awake awoke awoken;be was been;bear bore borne;beat beat beaten
    become became become;begin began begun;bend bent bent;bid bade bidden;bind bound bound
    bite bit bitten;bleed bled bled;blow blew blown;break broke broken;breed bred bred
    bring brought brought;build built built;burst burst burst;buy bought bought
    cast cast cast;catch caught caught;choose chose chosen;cling clung clung;come came come
    cost cost cost;creep crept crept;cut cut cut;deal dealt dealt;dig dug dug;do did done
    draw drew drawn;drink drank drunk;drive drove driven;eat ate eaten;fall fell fallen
    feed fed fed;feel felt felt;fight fought fought;find found found;flee fled fled
    fling flung flung;fly flew flown;forbid forbade forbidden;forget forgot forgotten
    forgive forgave forgiven;foresee foresaw foreseen;freeze froze frozen;get got got
    give gave given;go went gone;grind ground ground;grow grew grown;hang hung hung
    have had had;hear heard heard;hide hid hidden;hit hit hit;hold held held;hurt hurt hurt
    keep kept kept;kneel knelt knelt;know knew known;lay laid laid;lead led led
    lean leant leant;leap leapt leapt;learn learnt learnt;leave left left;lend lent lent
    let let let;lie lay lain;light lit lit;lose lost lost;make made made;mean meant meant
    meet met met;mistake mistook mistaken;overcome overcame overcome
    overhear overheard overheard;overtake overtook overtaken;pay paid paid;put put put
    quit quit quit;read read read;rend rent rent;ride rode ridden;ring rang rung
    rise rose risen;run ran run;say said said;see saw seen;seek sought sought;sell sold sold
    send sent sent;set set set;sew sewed sewn;shake shook shaken;shed shed shed
    shine shone shone;shoot shot shot;show showed shown;shrink shrank shrunk;shut shut shut
    sing sang sung;sink sank sunk;sit sat sat;slay slew slain;sleep slept slept
    slide slid slid;sling slung slung;slink slunk slunk;slit slit slit;sow sowed sown
    speak spoke spoken;speed sped sped;spend spent spent;spin spun spun;spit spat spat
    split split split;spread spread spread;spring sprang sprung;stand stood stood
    steal stole stolen;stick stuck stuck;sting stung stung;stink stank stunk
    stride strode stridden;strike struck struck;string strung strung;strive strove striven
    swear swore sworn;sweep swept swept;swim swam swum;swing swung swung;take took taken
    teach taught taught;tear tore torn;tell told told;think thought thought
    throw threw thrown;thrust thrust thrust;tread trod trodden;understand understood understood
    undertake undertook undertaken;upset upset upset;wake woke woken;wear wore worn
    weave wove woven;weep wept wept;win won won;wind wound wound
    withdraw withdrew withdrawn;withhold withheld withheld;withstand withstood withstood
    wring wrung wrung;write wrote written
"""

_DOUBLED = frozenset(
    """
    admit bar bat beg begin bid blur bob brag chop clap clip commit compel control cram crop
    cut dab dam defer deter dig dim din dip dispel don dot drag drip drop drug drum equip
    expel fan fit flap flip flog forbid forget fret gag get grab grin grip gut hem hit hop
    hug hum infer jab jam jog jot kidnap knit knot lap let lop lug mar mat mop mug nab nap
    nip nod occur omit outwit pad pat peg pen permit pin plan plod plop plot plug pop prefer
    prod prop propel put quit rap rebel recur refer regret repel rid rig rip rob rot rub run
    sag scan scar scrap scrub set shed shop shred shrug shut sin sip sit skid skim skin skip
    slam slap slip slit slop slug slur snag snap snub sob spar spin spit spot spur squat
    stab star step stir stop strap strip strop strut stub stun submit sup swap swat swim tag
    tan tap tar thin throb thud tip transfer transmit trap trip trot tug unclip unpin unplug
    unstrap unwrap unzip wag wed whip whiz win wrap zap zip
    """.split()
)
"""Verbs whose last consonant is doubled before -ed and -ing: nodded, stopping."""

_VOWELS = "aeiou"


class VerbForms(Struct, frozen=True):
    """One verb in all its forms, in lower case."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str

    @property
    def all(self) -> frozenset[str]:
        """Every form."""
        return frozenset((self.base, self.third, self.past, self.participle, self.gerund))


def _irregular_table() -> Mapping[str, tuple[str, str]]:
    table = {}
    for entry in _IRREGULAR.replace("\n", ";").split(";"):
        if entry.strip():
            base, past, participle = entry.split()
            table[base] = (past, participle)
    return MappingProxyType(table)


IRREGULAR = _irregular_table()
"""Base form to past form and past participle: `IRREGULAR["know"]` is ("knew", "known")."""

IRREGULAR_PAST = frozenset(past for past, _ in IRREGULAR.values()) - frozenset(IRREGULAR)
"""Past forms that cannot be the base form of a verb: knew, went, not put."""

IRREGULAR_BASE = frozenset(base for base, (past, _) in IRREGULAR.items() if base != past) - {"be"}
"""Base forms that cannot be past forms: know, go, not put."""


def forms_of(lemma: str) -> VerbForms:
    """The forms of the verb with this base form: `forms_of("hear").past` is "heard"."""
    past, participle = IRREGULAR.get(lemma) or (_regular_past(lemma),) * 2
    return VerbForms(lemma, _third(lemma), past, participle, _gerund(lemma))


def all_forms(lemmas: Iterable[str]) -> frozenset[str]:
    """Every form of every verb in the list."""
    return frozenset(form for lemma in lemmas for form in forms_of(lemma).all)


def _is_consonant_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2:-1] not in _VOWELS


def _regular_past(lemma: str) -> str:
    if lemma in _DOUBLED:
        return f"{lemma}{lemma[-1]}ed"
    if lemma.endswith("e"):
        return f"{lemma}d"
    if _is_consonant_y(lemma):
        return f"{lemma[:-1]}ied"
    return f"{lemma}ed"


def _third(lemma: str) -> str:
    if lemma in {"be", "have"}:
        return {"be": "is", "have": "has"}[lemma]
    if _is_consonant_y(lemma):
        return f"{lemma[:-1]}ies"
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{lemma}es"
    return f"{lemma}s"


def _gerund(lemma: str) -> str:
    if lemma in _DOUBLED:
        return f"{lemma}{lemma[-1]}ing"
    if lemma.endswith("ie"):
        return f"{lemma[:-2]}ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        return f"{lemma[:-1]}ing"
    return f"{lemma}ing"
