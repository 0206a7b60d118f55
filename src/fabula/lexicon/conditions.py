"""Words for the states that people get into and out of: dead, asleep, drunk, bound, afraid.

The lists were written by hand for this project from ordinary English usage. Words that as often
mean something milder or something else (“lost”, “gone”, “moved”) are left out.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from fabula.lexicon.verb_forms import all_forms, forms_of

Condition = Literal[
    "life",
    "consciousness",
    "sleep",
    "injury",
    "liberty",
    "illness",
    "drink",
    "disguise",
    "dress",
    "voice",
    "senses",
    "mood",
]
"""What a state is about."""

_CONDITIONS: Mapping[Condition, str] = {
    "life": "dead killed murdered slain drowned executed beheaded hanged",
    "consciousness": "unconscious senseless comatose",
    "sleep": "asleep sleeping dozing snoring slumbering napping",
    "injury": "wounded injured hurt bleeding concussed maimed bruised bandaged",
    "liberty": """
        bound tied chained shackled handcuffed manacled fettered caged imprisoned jailed
        trapped captured arrested captive prisoner locked stuck cornered gaoled roped strapped
        lashed incarcerated kidnapped abducted pinioned trussed hogtied
    """,
    "illness": """
        ill sick feverish unwell seasick carsick airsick poorly queasy delirious ailing pregnant
        drugged poisoned sunburnt hungover bedridden
    """,
    "drink": """
        drunk tipsy intoxicated inebriated drunken sozzled squiffy legless plastered sloshed
        paralytic blotto half-cut
    """,
    "disguise": "disguised masked",
    "dress": "naked undressed barefoot nude shirtless bareheaded bare-chested stripped",
    "voice": "gagged voiceless mute hoarse",
    "senses": "blind blinded blindfolded deaf deafened",
    "mood": """
        afraid frightened scared terrified horrified angry furious enraged livid cross happy
        unhappy sad miserable wretched glad delighted overjoyed ecstatic cheerful jealous envious
        anxious nervous worried ashamed embarrassed guilty lonely homesick proud disappointed
        heartbroken despondent distraught hysterical panicking crying weeping sobbing
        upset calm excited thrilled elated gloomy depressed forlorn desperate frantic petrified
        mortified humiliated annoyed irritated indignant grief-stricken inconsolable tearful
        alarmed appalled panic-stricken contented sulky sorrowful resentful enraptured tired
        exhausted weary relieved shaken stunned shocked startled bored
    """,
}

CONDITIONS: Mapping[str, Condition] = MappingProxyType(
    {word: attribute for attribute, words in _CONDITIONS.items() for word in words.split()}
)
"""A word that says of someone what state they are in: “asleep” is `sleep`."""

_RECOVERIES: Mapping[Condition, str] = {
    "sleep": "awake",
    "consciousness": "conscious awake",
    "drink": "sober",
    "liberty": "free freed released untied unbound unchained rescued liberated",
    "illness": "cured better recovered",
    "injury": "healed unhurt recovered",
    "disguise": "unmasked",
    "dress": "dressed",
}

RECOVERIES: Mapping[str, tuple[Condition, ...]] = MappingProxyType(
    {
        word: tuple(kind for kind, others in _RECOVERIES.items() if word in others.split())
        for words in _RECOVERIES.values()
        for word in words.split()
    }
)
"""A word that says that a state is over: after “sober” nobody is drunk."""


def _by_form(table: Mapping[Condition, str]) -> Mapping[str, tuple[Condition, str]]:
    return MappingProxyType(
        {
            form: (attribute, value)
            for attribute, entries in table.items()
            for lemma, value in (entry.split("=") for entry in entries.split())
            for form in forms_of(lemma).all
        }
    )


BEFALLS = _by_form(
    {
        "life": "die=dead perish=dead drown=dead expire=dead",
        "consciousness": "faint=fainted swoon=fainted",
        "sleep": """
            snore=asleep doze=asleep slumber=asleep oversleep=asleep sleep=asleep dream=asleep
            nap=asleep
        """,
        "illness": "vomit=sick puke=sick retch=sick",
        "injury": "bleed=bleeding limp=limping",
        "mood": "weep=crying sob=crying cry=crying blush=embarrassed panic=panicking",
    }
)
"""Verbs that put the one who does them into a state: “Tom fainted”; to attribute and value."""

DREAMS = all_forms(["dream"]) | {"dreamt"}
"""Who dreams that something happens is asleep."""

INFLICTS = _by_form(
    {
        "life": """
            kill=dead murder=dead slay=dead behead=dead strangle=dead assassinate=dead
            bury=dead cremate=dead
        """,
        "injury": """
            wound=wounded injure=injured stab=stabbed shoot=shot bite=bitten scald=scalded
            maim=maimed whip=whipped flog=flogged sting=stung
        """,
        "liberty": """
            tie=tied bind=bound chain=chained shackle=shackled handcuff=handcuffed
            manacle=manacled imprison=imprisoned jail=jailed arrest=arrested capture=captured
            cage=caged trap=trapped rope=roped lash=lashed strap=strapped kidnap=kidnapped
            abduct=abducted detain=detained pinion=pinioned truss=trussed
        """,
        "illness": "drug=drugged poison=poisoned",
        "voice": "gag=gagged",
        "senses": "blindfold=blindfolded blind=blinded deafen=deafened",
        "dress": "undress=undressed",
    }
)
"""Verbs that put another into a state: “she tied him to a chair”; to attribute and value."""

_ENDS: Mapping[Condition, str] = {
    "sleep": "wake awake awaken waken rouse",
    "consciousness": "wake awake awaken waken revive",
    "liberty": "free release untie unbind unchain unshackle liberate rescue escape",
    "illness": "cure recover",
    "injury": "recover",
    "voice": "ungag",
    "disguise": "unmask",
    "dress": "dress",
}

ENDINGS: Mapping[str, tuple[Condition, ...]] = MappingProxyType(
    {
        form: tuple(kind for kind, others in _ENDS.items() if lemma in others.split())
        for lemmas in _ENDS.values()
        for lemma in lemmas.split()
        for form in forms_of(lemma).all
    }
)
"""Verbs after which a state is over: “Tom woke”, “she freed him”."""

CALMS = all_forms("calm soothe".split())
"""Verbs after which a mood is over."""

_PHRASES_THAT_END: Mapping[Condition, str] = {
    "drink": "sober=up",
    "mood": "cheer=up calm=down",
    "liberty": "break=out get=out get=away break=free break=loose climb=out crawl=out",
}

PHRASE_ENDINGS: Mapping[tuple[str, str], tuple[Condition, ...]] = MappingProxyType(
    {
        (form, particle): (attribute,)
        for attribute, phrases in _PHRASES_THAT_END.items()
        for verb, particle in (phrase.split("=") for phrase in phrases.split())
        for form in forms_of(verb).all
    }
)
"""Verb and small word after which a state is over: “he sobered up”."""

WAKING = frozenset({"awake"}) | all_forms("wake awake awaken waken".split())
"""Words by which somebody is awake, whether or not their sleep was told of."""

COMES_TO = MappingProxyType(
    {(form, small): small for form in forms_of("come").all for small in ("round", "around", "to")}
)
"""After one of these who was unconscious no longer is: “he came round”."""

AILMENTS = frozenset(
    """
    cold fever headache cough flu influenza mumps measles toothache migraine hangover chill
    dropsy pneumonia bronchitis tuberculosis asthma gout rheumatism arthritis plague cholera
    typhoid malaria smallpox chickenpox shingles cancer diabetes stomach-ache earache
    appendicitis tonsillitis pleurisy scurvy dysentery seasickness jaundice temperature
    stomachache hay-fever laryngitis mono norovirus covid sunstroke hypothermia
    frostbite haemorrhage hemorrhage chills sniffles
    colic croup pox ague food-poisoning
    """.split()
)
"""Who has one of these is ill."""

WEAK_INSIDE = frozenset("heart lung lungs chest stomach head".split())
"""Who has a bad one of these is ill: “a man with a bad lung”."""

_PHRASES: Mapping[Condition, str] = {
    "life": "pass=away",
    "consciousness": "pass=out black=out",
    "illness": "throw=up",
    "sleep": "nod=off doze=off drop=off drift=off",
}

PHRASES: Mapping[tuple[str, str], Condition] = MappingProxyType(
    {
        (form, particle): attribute
        for attribute, phrases in _PHRASES.items()
        for verb, particle in (phrase.split("=") for phrase in phrases.split())
        for form in forms_of(verb).all
    }
)
"""Verbs that put the one who does them into a state with a small word behind them."""

MOOD_ADVERBS: Mapping[str, str] = MappingProxyType(
    dict(
        entry.split("=")
        for entry in """
        miserably=miserable wretchedly=wretched angrily=angry furiously=furious sadly=sad
        gloomily=gloomy tearfully=crying nervously=nervous anxiously=anxious
        jealously=jealous unhappily=unhappy guiltily=guilty
        fearfully=afraid mournfully=sad despairingly=desperate delightedly=delighted
        indignantly=indignant crossly=cross
        """.split()
    )
)
"""How words are said, to the mood of whoever says them: “said Tom, miserably”."""

NIGHTCLOTHES = frozenset(
    """
    pyjamas pajamas nightshirt nightgown nightdress nightie underwear underpants bathrobe
    shirtsleeves dressing-gown
    """.split()
)
"""Who is seen in these is not dressed."""

_SET_PHRASES: Mapping[Condition, str] = {
    "liberty": """
        in=prison in=jail in=gaol in=custody in=captivity in=chains in=irons in=handcuffs
        in=shackles in=fetters in=cuffs in=manacles under=arrest behind=bars to=prison
        to=jail to=gaol into=custody
    """,
    "illness": "in=hospital in=labour in=labor into=labour into=labor with=child",
    "mood": """
        in=tears to=tears near=tears in=rage into=rage in=temper in=fury in=panic
        in=sulk into=panic into=temper in=hysterics
    """,
}

SET_PHRASES: Mapping[tuple[str, str], tuple[Condition, str]] = MappingProxyType(
    {
        (before, noun): (
            attribute,
            "near tears" if noun == "tears" and before != "in" else f"in {noun}",
        )
        for attribute, phrases in _SET_PHRASES.items()
        for before, noun in (phrase.split("=") for phrase in phrases.split())
    }
)
"""Preposition and noun, with no word or only “a” between them, to a state: “in prison”."""

KNOCKS = all_forms("knock lay".split())
"""Verbs that with “out” put another into a faint."""

WIPES = all_forms("wipe dry dab mop".split())
"""What is done to eyes that cry."""

OUTFITS = frozenset(
    """
    overalls uniform livery tunic apron trunks slippers gown wellingtons armour armor
    bathrobes dungarees kilt kimono robe robes rags swimsuit bikini tuxedo tailcoat leotard tutu
    coat overcoat raincoat greatcoat dress frock costume shirt headscarf headcloth turban
    veil furs waistcoat jersey smock boiler-suit tracksuit sari
    """.split()
)
"""Clothes that are told of because they mark who has them on: “in a borrowed coat”."""

LINKING = frozenset("am are were".split()) | all_forms(
    "be become get grow go fall turn lie sit stand stay remain feel keep".split()
)
"""Verbs by which a word behind them is said of their subject; appearance is not enough."""
