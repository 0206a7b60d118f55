"""Words around quotation marks that tell speech from titles, terms and writing.

Written by hand for this project from ordinary English usage.
"""

NAMING_WORDS = frozenset(
    """
    called named titled entitled termed dubbed labelled labeled nicknamed christened styled
    word words term terms phrase phrases name names title expression epithet nickname adjective
    verb noun syllable syllables so-called as like meaning means spelled spelt pronounced
    song book novel poem play hymn tune film movie paper ship yacht album
    """.split()
)
"""Before a short quotation these say that it is a name or a word, not something uttered."""

UNSPEAKING_WORDS = frozenset(
    """
    the a an this that these those such some any no his her its their my our your
    of in at by for from on to with into about upon over between
    was were is are be been being very more most rather quite too or
    """.split()
)
"""After one of these a quotation is part of the sentence around it: the “best people in town.”"""

AMBIGUOUS_SPEECH_VERBS = frozenset(
    """
    call called calls calling name named names read reads term termed mark marked type typed
    sing sings sang sung singing sign signed note noted state stated label labelled
    write wrote written spell spelled
    mean means meant describe described
    """.split()
)
"""Verbs that may utter (“Wait!” she called) and may only name (she called it “progress”)."""

WRITING_NOUNS = frozenset(
    """
    note letter message text texts email e-mail sign signs card label inscription headline
    headlines telegram wire screen poster plaque placard banner notice page entry caption sticker
    postcard invitation parchment scroll envelope heading advertisement advert signboard signpost
    graffiti memo fax tweet post newspaper
    """.split()
)
"""Things that words are written on: “the card read”."""

SIGN_VERBS = frozenset(
    """
    read reads reading said says saying ran runs began begins stated states proclaimed
    declared announced spelled bore was
    """.split()
)
"""What writing does: the sign *read*, the letter *ran* as follows."""

SAYING_NOUNS = frozenset(
    """
    answer reply response question cry shout call whisper murmur exclamation remark comment
    words greeting order command warning thought chorus chant
    """.split()
)
"""Nouns that announce speech without a verb of it: with a cry of “Fire!”."""

WRITTEN_VERBS = frozenset(
    """
    wrote writes typed types texted texts scribbled scrawls scrawled penned pens emailed emails
    tweeted tweets posted inscribed headed
    """.split()
)
"""What a person does who writes words: “Soon,” she *texted*."""

PAINTING_PARTICIPLES = frozenset(
    """
    painted printed written inscribed engraved carved scrawled scribbled stencilled stenciled
    lettered embroidered stamped chalked etched labelled labeled marked
    """.split()
)
"""How words get onto things: “No Entry” was *painted* on the gate."""

UNSPOKEN_BEFORE = frozenset(
    """
    wanted wants want longed longs long wished wishes yearned tempted lips felt feel feels dying
    """.split()
)
"""Before “to” or “like” and a verb of speech: she *longed* to ask, “Why?”; he *felt* like
saying, “No.” The words stay unsaid."""

THOUGHT_SIGNS = frozenset(
    """
    thought thoughts thinks thinking wondered wonders wondering mused musing realised realized
    mind mentally inwardly telepathically prayed
    """.split()
)
"""Beside words in emphasis these say that somebody thinks them: she shivered at the *thought*."""

SINGING_WORDS = frozenset(
    """
    sang sing sings singing song songs lyrics chorus radio jukebox verse hummed humming stereo
    tune melody poem recited
    """.split()
)
"""Beside words in emphasis these say that they are sung or recited."""
