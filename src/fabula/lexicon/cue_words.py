"""Small words that decide who speaks in “…,” said the boy to Anna, and who only stands by.

Closed classes of English, written by hand for the shallow reading of cues and beats.
"""

AUXILIARIES = frozenset(
    """
    had has have would will could can did does do might may must should was were is are be been
    being 'd ’d
    """.split()
)
"""Forms that stand before another verb of the same clause: “had said”, “was saying”."""

ADVERBS = frozenset(
    """
    then again once soon now just only also even still almost quite rather at last too first
    next suddenly abruptly there here together aloud afterwards afterward presently perhaps
    meanwhile never always ever often sometimes finally somewhat back out up
    all both each half not
    """.split()
)
"""Words without -ly that may stand between a subject and its verb: he *then* *at last* said."""

NOT_ADVERBS = frozenset(
    """
    family belly bully lily fly reply early only folly jelly ally july italy butterfly supply
    lady rely apply comply fully
    """.split()
)
"""Words in -ly that say nothing about how."""

PREPOSITIONS = frozenset(
    """
    of in on at to from with without by for into onto over under behind before after beside
    besides between among amid through across against along around about near toward towards
    upon beyond below above beneath inside outside off past like than as during until since
    except despite opposite within
    """.split()
)
"""What follows one of these is neither subject nor direct object."""

CONJUNCTIONS = frozenset({"and", "but", "or", "nor", "yet", "so", "then"})
"""Words between two acts of one subject: he sat down *and* said."""

SUBORDINATORS = frozenset(
    {"when", "while", "whilst", "because", "though", "although", "if", "unless", "whenever"}
)
"""Words that open a clause whose subject is not the subject of the sentence."""

DETERMINERS = frozenset(
    """
    the a an this that these those another some any each every one two three four both several
    many his her their my our your its no someone somebody everyone everybody nobody anybody
    others
    """.split()
)
"""Words that open a noun phrase, or stand for one whole: “*the* baker”, “*someone*”."""

POSSESSIVES = frozenset("his her their my our your its".split())
"""Those of the determiners that make what follows somebody's: “*her* voice”."""

NOMINATIVE = frozenset("i he she they we you it who ze xe one".split())
"""Pronouns that may be a subject."""

OBJECTIVE = frozenset("me him them us whom himself herself themselves myself".split())
"""Pronouns that may not be a subject; “her” is missing because it may open “her mother”."""

TELLING_VERBS = frozenset(
    """
    tell told tells telling ask asked asks asking answer answered answers answering remind
    reminded assure assured inform informed warn warned beg begged implore implored urge urged
    advise advised address addressed addressing interrupt interrupted reassure reassured order
    ordered command commanded question questioned greet greeted call called thank thanked
    entreat entreated scold scolded chide chided tease teased correct corrected coax coaxed
    """.split()
)
"""Verbs whose direct object is the one spoken to: she told *him*."""

TURNING_VERBS = frozenset(
    """
    turning turned addressing addressed facing faced looking looked glancing glanced speaking
    spoke bowing bowed nodding nodded smiling smiled glaring glared gazing gazed staring stared
    frowning frowned beaming beamed grinning grinned whirling whirled rounding rounded
    """.split()
)
"""Acts whose “to” or “at” shows the one spoken to: said the baker, turning to *Ines*."""

REFLEXIVES = frozenset(
    {"himself", "herself", "itself", "myself", "themselves", "themself", "ourselves", "yourself"}
)
"""Whoever is spoken to by one of these is the speaker: “Run,” she told *herself*."""

SUBJECT_PARTS = frozenset(
    """
    voice voices eyes eye gaze face head hand hands lips lip mouth brow brows eyebrow eyebrows
    smile grin laugh laughter tone shoulders shoulder breath fingers finger arm arms expression
    cheeks cheek jaw heart temper features forehead chin body throat glance look
    """.split()
)
"""What belongs to a person so closely that its acts are theirs: “Her voice rose.”"""

SELF_NAMING = frozenset({"i'm", "i’m", "it's", "it’s", "am", "'tis", "’tis", "name's", "name’s"})
SELF_NAMING_PAIRS = frozenset({("it", "is"), ("name", "is"), ("call", "me")})
"""Words after which a speaker's own name may follow: “It’s Ines, let me in.”"""

OWN_NAMING = frozenset({"i'm", "i’m", "am", "name's", "name’s"})
OWN_NAMING_PAIRS = frozenset({("name", "is"), ("call", "me")})
"""Of these, the words after which nobody else's name can follow; “it’s Ines” may tell of her."""

NAME_QUESTIONS = frozenset(
    tuple(words.split())
    for words in (
        "your name",
        "are you called",
        "you call yourself",
        "call you",
        "who are you",
        "who is it",
        "who is that",
        "who is there",
        "who's that",
        "who’s that",
        "who's there",
        "who’s there",
        "you are ?",
    )
)
"""Words that ask people who they are, as tokens in small letters."""

INTERJECTIONS = frozenset(
    """
    hey oh o ah hello hi ho well yes no now come good look here please dear my say listen why
    then goodbye bye thanks thank sorry okay ok and but what so morning night evening afternoon
    day alas fie hush hark lord welcome damn
    """.split()
)
"""Words that may stand before a name that is called: “Hey Ines!”, “Oh, Ines.”"""

VOCATIVE_NOUNS = frozenset(
    """
    sir madam ma'am ma’am miss mister mother father mamma mama papa mum mom mommy mummy dad daddy
    uncle aunt auntie aunty grandmother grandfather grandma grandpa granny son daughter brother
    sister boy boys girl girls lad lads lass gentlemen ladies lady doctor captain professor
    general colonel sergeant officer friend friends dear darling dearest sweetheart love honey
    child children master mistress lord comrade comrades fellow fellows chief boss majesty
    highness honour honor lordship ladyship baby kid kids cousin doc inspector reverend
    """.split()
)
"""Common nouns by which people are called to their face: “Yes, captain.”"""

MALE_ADDRESS = frozenset(
    """
    sir mister father papa dad daddy uncle grandfather grandpa son brother boy lad gentlemen
    fellow chap lord
    """.split()
)
"""Who is called so is a he."""

FEMALE_ADDRESS = frozenset(
    """
    madam ma'am ma’am miss mother mamma mama mum mom mommy mummy aunt auntie aunty grandmother
    grandma granny daughter sister girl lass ladies lady mistress
    """.split()
)
"""Who is called so is a she."""
