"""Words for states of mind.

The lists were written by hand for this project from ordinary English usage.
"""

KNOWING_ADJECTIVES = frozenset(
    """
    sure certain unsure uncertain aware unaware conscious convinced doubtful tempted thankful
    grateful glad relieved ashamed curious determined resolved sorry inclined mindful ignorant
    oblivious hopeful confident positive loath loth
    """.split()
)
"""States that do not show: “she was certain that there had been twelve”."""

EMOTION_ADJECTIVES = frozenset(
    """
    afraid surprised astonished amazed proud happy unhappy miserable jealous envious angry
    furious anxious nervous worried bored disappointed delighted pleased embarrassed guilty
    homesick hopeless confused puzzled bewildered stunned shocked horrified terrified frightened
    scared alarmed content contented lonely desperate reluctant eager tired weary hungry thirsty
    dizzy sick upset annoyed irritated flattered touched moved fascinated intrigued startled
    overwhelmed overjoyed disgusted troubled impatient wretched
    """.split()
)
"""Feelings that often show as well: “he was furious”, “she was tired”."""

NEEDS_OF_THE_BODY = frozenset(
    "hungry thirsty starving ravenous bored homesick lonely dizzy queasy sleepy parched".split()
)
"""What one feels and need not show: “she was hungry”."""

EMOTION_NOUNS = frozenset(
    """
    relief surprise horror dismay delight astonishment amazement disappointment shame joy alarm
    annoyance irritation disgust amusement chagrin shock regret satisfaction embarrassment
    confusion fear terror grief sorrow anger pleasure guilt longing dread panic despair jealousy
    envy pride gratitude pity doubt hope anxiety unease excitement curiosity bewilderment sadness
    loneliness disbelief fury rage resentment remorse tenderness affection apprehension
    """.split()
)
"""Feelings as nouns: “to her relief”, “a pang of guilt went through him”."""

SURGES = frozenset(
    """
    shiver pang wave thrill flush chill surge stab twinge rush bolt flicker sense feeling flood
    shudder flash burst jolt spasm pinch stirring touch glow flutter
    """.split()
)
"""What a feeling comes in: “a pang of guilt”, “a wave of relief”."""

MIND_NOUNS = frozenset(
    """
    mind thought thoughts memory memories attention imagination conscience instinct instincts
    opinion suspicion suspicions conviction intention intentions resolve heart soul brain
    curiosity
    """.split()
)
"""Belongings that nobody else can look into: “her mind went back to the quarry”."""
