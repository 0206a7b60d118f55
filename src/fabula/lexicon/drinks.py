"""What makes people drunk, and what it is counted in.

The lists were written by hand for this project from ordinary English usage.
"""

SPIRITS = frozenset(
    """
    whisky whiskies whiskey whiskeys gin gins vodka vodkas rum rums brandy brandies beer beers wine
    port sherry ale ales cider ciders champagne prosecco bourbon scotch tequila schnapps ouzo
    absinthe cognac mead stout lager lagers spirits liquor cocktails martinis claret
    """.split()
)
"""Drinks that make people drunk."""

MEASURES_OF_DRINK = frozenset(
    "pints pint glasses bottles bottle shots tankards tots drams flagons jugs".split()
)
"""What they are drunk by."""
