"""Words whose full stop belongs to them: Mr., Capt., etc.

Written by hand for this project from ordinary English usage. Case matters: “Hon.” is a title,
“hon.” ends a sentence that calls someone honey.
"""

TITLE_ABBREVIATIONS = frozenset(
    """
    Mr Mrs Ms Mx Messrs Mme Mlle Mmes M MM Dr Prof Rev Revd Fr St Ste Hon Rt Sr Br
    Capt Col Gen Lt Lieut Maj Sgt Sergt Cpl Pvt Adm Cmdr Cdr Comdr Brig Supt Insp Det Constab
    Gov Sen Rep Pres Sec Atty Amb Messr Mons Sig Ald
    """.split()
)
"""Titles that stand before a name; their full stop never ends a sentence."""

INNER_ABBREVIATIONS = frozenset(
    """
    vs viz cf approx ca Mt Ft Vol vol pp Ch Fig Figs fig Art Sect ed eds trans Op
    Jan Feb Apr Aug Sept Oct Nov Dec
    """.split()
)
"""Abbreviations that want something after them; their full stop does not end a sentence."""

FINAL_ABBREVIATIONS = frozenset(
    """
    etc Jr Esq Bros Co Corp Inc Ltd Dept Ave Blvd Rd Sq Univ Bart Knt Mass Penn Conn Cal Va Pa Md
    """.split()
)
"""Abbreviations that may close a sentence; it ends if a word that starts sentences follows."""

NUMBERED_ABBREVIATIONS = frozenset({"No", "Nos", "no", "nos", "p", "chap", "Chap"})
"""Abbreviations only before a number: “No. 7”, but “No. Not now.”"""

ABBREVIATIONS = TITLE_ABBREVIATIONS | INNER_ABBREVIATIONS | FINAL_ABBREVIATIONS

SENTENCE_STARTERS = frozenset(
    """
    the a an this that these those there here then now when while where why what who how which
    he she it they we you i his her its their our your my
    but and so or yet nor for if as at in on by with from after before because since until
    not no yes perhaps maybe still once suddenly finally
    """.split()
)
"""Words that begin a sentence when capitalised and never a surname after an initial."""
