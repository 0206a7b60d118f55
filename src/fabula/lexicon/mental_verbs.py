"""Verbs of thinking, wanting and feeling, which only the one who does them can be sure of.

The lists were written by hand for this project from ordinary English usage.
"""

from fabula.lexicon.verb_forms import all_forms, forms_of

MENTAL_LEMMAS = tuple(
    """
    think know realise realize wonder remember recall recollect believe imagine suppose expect
    understand recognise recognize forget wish hope fear dread want long doubt suspect regret
    consider ponder muse mean intend decide resolve assume figure reckon sense dream reflect
    contemplate envy resent despise loathe hate love like enjoy miss trust pity admire marvel
    crave yearn desire despair conclude need prefer guess feel judge calculate foresee conceive
    fancy deem dislike detest deplore relish mind care gather hesitate savour savor ignore pretend
    blame
    """.split()
)
"""Base forms; those that a bystander can see done (smile, stare) are left out."""

MENTAL_VERBS = all_forms(MENTAL_LEMMAS)
"""Every form: thought, knows, wondering."""

FAINT_MENTAL_VERBS = all_forms(
    """
    like love hate enjoy miss mean need trust mind care figure reckon guess hesitate prefer judge
    gather intend expect want ignore pretend blame
    """.split()
)
"""Those that a bystander often reports too (“he wanted a cup of tea”, “she loved cats”)."""

FELT_WITH_THE_HAND = frozenset({"for", "in", "along", "around", "about", "under", "inside"})
"""After “felt” these make it a hand's work: “he felt in his pocket for the key”."""

HEDGING_VERBS = all_forms("seem appear look sound".split())
"""Verbs that give a person as others see them: “he seemed nervous”, “she looked tired”."""

HEDGING_ADVERBS = frozenset(
    """
    obviously evidently apparently visibly clearly seemingly plainly ostensibly presumably
    manifestly undoubtedly
    """.split()
)
"""Adverbs that mark a guess from outside: “he was obviously lost”."""

_STRIKING = """
    strike surprise astonish amaze puzzle perplex worry trouble please frighten terrify alarm
    startle disturb bother embarrass shock dismay disappoint remind relieve comfort console
    haunt dawn occur disgust annoy irritate amuse delight horrify bewilder confuse unsettle
    sadden tempt overwhelm
"""

STRIKING_FORMS = frozenset(
    form for lemma in _STRIKING.split() for form in (forms_of(lemma).past, forms_of(lemma).third)
)
"""Finite verbs whose object has the feeling: “it puzzled her”, “it occurs to him”."""
