"""The labels that writers and archives put before what is not story: “Rating:”, “A/N:”.

Written by hand from the heads of stories on FanFiction.net, LiveJournal, Archive of Our Own,
FanFicFare files and title pages. All in lower case, with straight apostrophes.
"""


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())


LABELS: dict[str, tuple[str, ...]] = {
    "title": _lines("""
        title
        story title
        fic title
        story name
    """),
    "author": _lines("""
        author
        authors
        author name
        written by
        penname
        pen name
        writer
        by
    """),
    "beta": _lines("""
        beta
        betas
        beta reader
        beta readers
        beta-reader
        beta-readers
        betareader
        beta read by
        beta by
        beta'd by
        betaed by
        beta-ed by
        betad by
        beta credit
        beta credits
        beta thanks
    """),
    "summary": _lines("""
        summary
        story summary
        chapter summary
        summary for the chapter
        full summary
        synopsis
        blurb
        description
    """),
    "disclaimer": _lines("""
        disclaimer
        disclaimers
        disclaimer stuff
        standard disclaimer
        usual disclaimer
        legal disclaimer
        claimer
    """),
    "author_note": _lines("""
        author's note
        author's notes
        authors' note
        authors' notes
        authors note
        authors notes
        author note
        author notes
        author's comment
        author's comments
        note from the author
        notes from the author
        notes for the chapter
        notes for the work
        chapter notes
        chapter end notes
        chapter note
        beginning notes
        end notes
        end note
        endnotes
        endnote
        story notes
        a/n
        a/ns
        a.n
        an
        notes
        note
    """),
    "tags": _lines("""
        rating
        rated
        genre
        genres
        pairing
        pairings
        pairing(s)
        ship
        ships
        relationship
        relationships
        relationship(s)
        character
        characters
        character(s)
        main characters
        fandom
        fandoms
        fandom(s)
        category
        categories
        warning
        warnings
        warning(s)
        archive warning
        archive warnings
        content warning
        content warnings
        content
        trigger warning
        trigger warnings
        triggers
        spoiler
        spoilers
        tags
        additional tags
        additional tag(s)
        freeform tags
        keywords
        language
        series
        stats
        published
        updated
        completed
        packaged
        posted
        words
        word count
        wordcount
        length
        chapters
        status
        timeline
        time frame
        timeframe
        setting
        season
        continuity
        universe
        crossover
        archive
        archived
        archiving
        distribution
        feedback
        email
        e-mail
        website
        homepage
        url
        story url
        author url
        publisher
        source
        original source
        date
        date written
        date posted
        written for
        prompt
        prompts
        challenge
        recipient
        requested by
        type
        classification
        sequel to
        prequel to
        collections
        kudos
        comments
        bookmarks
        hits
    """),
    "dedication": _lines("""
        dedication
        dedications
        dedicated to
    """),
    "review_reply": _lines("""
        review replies
        review reply
        review responses
        review response
        reviewer responses
        reviewer replies
        responses to reviews
        replies to reviews
        responses to reviewers
        replies to reviewers
        reader responses
        reviewer thanks
        thanks to my reviewers
        thanks to reviewers
        thank you to my reviewers
        thanks to all my reviewers
    """),
    "licence": _lines("""
        copyright
        license
        licence
    """),
    "credits": _lines("""
        translator
        translated by
        illustrator
        illustrated by
        credits
        cover art
        cover by
        artist
        banner by
        release date
        transcriber
    """),
}
"""Labels by the role of what follows them (see `fabula.story.ParatextRole`)."""

STRONG_LABELS = frozenset(
    _lines("""
        a/n
        a/ns
        an
        author's note
        author's notes
        authors' note
        authors' notes
        authors note
        authors notes
        author note
        author notes
        note from the author
        notes from the author
        chapter end notes
        notes for the chapter
        disclaimer
        disclaimers
        standard disclaimer
        usual disclaimer
        beta'd by
        betaed by
        beta-ed by
        beta read by
        beta reader
        beta readers
        review replies
        review responses
        reviewer responses
        responses to reviews
        replies to reviews
        thanks to my reviewers
    """)
)
"""Labels that no character writes: one of them alone says that this is not story."""

AMBIGUOUS_LABELS = frozenset(
    _lines("""
        note
        notes
        by
        setting
        date
        source
        type
        content
        length
        series
        season
        status
        comments
        words
        language
        category
        character
        characters
        archive
        description
        url
        hits
        credits
        writer
        completed
        published
        updated
        posted
        triggers
        warning
        season
        recipient
    """)
)
"""Labels that also stand in letters, lists and reports: believed only beside other labels."""

UNPUNCTUATED_LABELS = frozenset(
    _lines("""
        a/n
        a/ns
        author's note
        author's notes
        disclaimer
        beta'd by
        betaed by
        beta-ed by
        beta read by
    """)
)
"""Labels that are understood without a colon: “A/N I am back!”."""

STORY_MARKERS = frozenset({"work text", "chapter text", "story text"})
"""Lines on a copied web page after which the story begins."""
