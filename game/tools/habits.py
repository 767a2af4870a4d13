"""Phrases and words that prose can often do without, in English. A table; decides nothing."""

from __future__ import annotations

CLICHES = (
    "a chill ran down", "a deafening silence", "a sigh of relief", "a single tear", "a wave of", "against all odds",
    "all hell broke loose", "as luck would have it", "as old as time", "as white as a sheet", "at a loss for words",
    "at the end of the day", "at the speed of light", "avoid like the plague", "better late than never",
    "blood ran cold", "breathed a sigh", "butterflies in", "by the skin of", "calm before the storm", "cold as ice",
    "crystal clear", "dead as a doornail", "deafening silence", "easier said than done", "every fibre of",
    "few and far between", "for all intents and purposes", "frozen in fear", "heart skipped a beat",
    "hit like a ton of bricks", "in the blink of an eye", "in the nick of time", "it was a dark and stormy night",
    "last but not least", "let out a breath", "life flashed before", "light at the end of the tunnel", "like clockwork",
    "little did he know", "little did she know", "little did they know", "little did you know",
    "more than meets the eye",
    "needless to say", "once in a lifetime", "only time will tell", "out of the frying pan", "pale as a ghost",
    "pitch black", "plain as day", "quiet as a mouse", "sent shivers down", "silence fell", "slept like a log",
    "stopped dead in", "the calm before", "the rest is history", "time stood still", "tip of the iceberg",
    "weight of the world", "white as snow", "world came crashing", "wreak havoc",
)  # fmt: skip
"""Phrases that readers have met too often."""

FILLERS = (
    "absolutely", "actually", "basically", "began to", "completely", "decided to", "definitely", "extremely",
    "in order to", "incredibly", "just", "literally", "quite", "rather", "really", "seemed to", "simply", "somehow",
    "started to", "suddenly", "totally", "utterly", "very",
)  # fmt: skip
"""Words that are worth a look where a text is full of them."""
