"""Words that begin or end with an apostrophe: ’tis, ’em, o’, an’.

Written by hand for this project from dialect as novels print it. In a book that sets speech in
single marks these words look like the start or the end of a quotation; the lists tell them apart.
"""

LEADING_ELISIONS = frozenset(
    """
    tis tisn't twas twasn't twere twill twould twouldn't twixt tween em im er erself imself
    isself n un uns cause cos cuz coz course cept spect spose pon bout fore fraid gainst tother
    til stead scuse sblood zounds struth strewth sdeath od ave avin ad adn't av e ot ow owever
    ouse ome ope orse orses ands ead eart ell eard ard arf ospital undred urry urt ungry usband
    ullo allo ello fess gator possum coon mongst neath nother nuff ight lectric cepting bacco
    baccy tater taters s d ll m re ve t kay sup
    """.split()
)
"""What follows the apostrophe in words that lost their beginning: ’tis, ’em, ’ave.

Words that stay words without it (’as, ’and, ’round) are missing: ‘As you like’ begins a speech.
"""

TRAILING_ELISIONS = frozenset(
    """
    o an th wi ol lil mo po fo yo t ca wa tha thi whate howe eve ev ower fra wha hol wil goo bes
    mos jus las firs nex lef tol kep slep fas wors mus hissel himsel mysel hersel yersel themsel
    itsel sel
    """.split()
)
"""What precedes the apostrophe in words that lost their end: o’, an’, wi’, ol’.

Dropped g’s (“goin’”) are found by their form, but for `WHOLE_IN_WORDS`.
"""

WHOLE_IN_WORDS = frozenset(
    """
    again begin cabin captain certain coffin cousin curtain domain dolphin explain fountain
    goblin grain kin latin main margin mountain muffin napkin obtain origin pain penguin plain
    pumpkin puffin rain raisin refrain remain resin robin ruin satin skin spin stain strain
    sustain terrain thin train twin urchin vain vein vermin villain violin virgin wherein
    therein herein within retain contain maintain entertain attain detain slain brain chain
    drain gain chin grin shin sin tin win bin din fin gin pin join coin rejoin sirloin loin akin
    bargain chaplain chieftain porcelain bulletin basin assassin unpin martin benjamin austin
    edwin kevin colin calvin franklin merlin erin dublin berlin
    """.split()
)
"""Whole words and names in -in: after one of these an apostrophe is no dropped g."""
