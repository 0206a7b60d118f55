"""Words by which a writer speaks to readers about a story, and hardly ever inside one.

Written by hand from the notes of fan fiction. Matched in lower case, on whole words, with
straight apostrophes.
"""

NOTE_PHRASES = tuple(
    line.strip()
    for line in """
    author's note
    a/n
    disclaimer
    disclaimers
    review
    reviews
    reviewed
    reviewing
    reviewer
    reviewers
    r&r
    r and r
    feedback
    kudos
    concrit
    constructive criticism
    flames
    flamers
    favorited
    favourited
    favorites
    favourites
    favs
    follows
    followers
    subscribers
    patreon
    wattpad
    fanfiction
    fanfic
    fanfics
    fic
    fics
    ficlet
    ff.net
    ffn
    ao3
    livejournal
    tumblr
    oneshot
    one-shot
    drabble
    drabbles
    beta
    betas
    beta'd
    betaed
    beta-read
    beta reader
    unbeta'd
    unbetaed
    fandom
    ooc
    oc
    ocs
    au
    canon
    pairing
    pairings
    spoilers
    trigger warning
    trigger warnings
    cliffhanger
    cliffy
    cliffie
    writer's block
    writers block
    hiatus
    plot bunny
    plot bunnies
    plotbunny
    this chapter
    next chapter
    last chapter
    new chapter
    previous chapter
    final chapter
    first chapter
    the chapter
    chapters
    this story
    my story
    the story
    my stories
    this fic
    prequel
    sequel
    update
    updates
    updated
    updating
    posting
    posted
    hope you enjoy
    hope you enjoyed
    hope you like
    hope you liked
    hope you all
    hope everyone
    enjoy
    happy reading
    thanks for reading
    thank you for reading
    thanks for all
    thanks to everyone
    thank you to everyone
    thanks everyone
    thank you all
    let me know
    stay tuned
    without further ado
    on with the
    on to the story
    own nothing
    don't own
    do not own
    doesn't own
    not mine
    aren't mine
    ain't mine
    isn't mine
    belong to
    belongs to
    copyright
    infringement
    no profit
    readers
    you guys
    comments
    please comment
    translation
    translations
    """.strip().splitlines()
)
"""Signs that a paragraph is addressed to readers."""

CLEAR_PHRASES = frozenset(
    line.strip()
    for line in """
    author's note
    a/n
    disclaimer
    r&r
    reviews
    reviewers
    reviewed
    kudos
    fanfiction
    fanfic
    fic
    fics
    ff.net
    ao3
    oneshot
    one-shot
    drabble
    beta'd
    betaed
    unbeta'd
    plot bunny
    this chapter
    next chapter
    last chapter
    new chapter
    this fic
    hope you enjoy
    hope you enjoyed
    hope you like
    hope you liked
    happy reading
    thanks for reading
    thank you for reading
    own nothing
    don't own
    do not own
    infringement
    writer's block
    you guys
    cliffhanger
    """.strip().splitlines()
)
"""Those among them that story text has almost never."""
