"""Names of intervals, the sentence that teaches each, and the prompts to play one: whole, so they can be translated."""

from __future__ import annotations

from domain.music.say import Say, say

# Number names, for pupils who count letters.
NUMBERS: dict[int, tuple[Say, Say]] = {
    1: (say("unison"), say("Both notes are the same: a unison.")),
    2: (say("second"), say("A second: from a line to the next space, or a space to the next line.")),
    3: (say("third"), say("A third: from line to next line, or space to next space.")),
    4: (say("fourth"), say("A fourth: four letters, one from a line and one from a space.")),
    5: (say("fifth"), say("A fifth: line to line or space to space, with one of its kind between.")),
    6: (say("sixth"), say("A sixth: six letters, one note on a line and one in a space.")),
    7: (say("seventh"), say("A seventh: one letter short of the octave.")),
    8: (say("octave"), say("An octave: the same letter again.")),
}
# Full names, with what helps the ear.
QUALITIES: dict[str, tuple[Say, Say]] = {
    "P1": (say("unison"), say("A unison: the same note twice.")),
    "m2": (say("minor second"), say("A minor second: one half step, very narrow.")),
    "M2": (say("major second"), say("A major second: two half steps, as a scale begins.")),
    "m3": (say("minor third"), say("A minor third: three half steps, the darker third.")),
    "M3": (say("major third"), say("A major third: four half steps, the brighter third.")),
    "P4": (say("perfect fourth"), say("A perfect fourth: five half steps, like a call to set off.")),
    "A4": (say("tritone"), say("A tritone: six half steps, restless and wanting to move.")),
    "P5": (say("perfect fifth"), say("A perfect fifth: seven half steps, open and calm.")),
    "m6": (say("minor sixth"), say("A minor sixth: eight half steps, wide and dark.")),
    "M6": (say("major sixth"), say("A major sixth: nine half steps, wide and bright.")),
    "m7": (say("minor seventh"), say("A minor seventh: ten half steps, two short of the octave.")),
    "M7": (say("major seventh"), say("A major seventh: eleven half steps, one short of the octave.")),
    "P8": (say("octave"), say("An octave: twelve half steps, the same name again.")),
}
NUMBER_UP: dict[int, Say] = {
    1: say("Play {note} again."),
    2: say("Play the note a second above {note}."),
    3: say("Play the note a third above {note}."),
    4: say("Play the note a fourth above {note}."),
    5: say("Play the note a fifth above {note}."),
    6: say("Play the note a sixth above {note}."),
    7: say("Play the note a seventh above {note}."),
    8: say("Play the note an octave above {note}."),
}
NUMBER_DOWN: dict[int, Say] = {
    1: say("Play {note} again."),
    2: say("Play the note a second below {note}."),
    3: say("Play the note a third below {note}."),
    4: say("Play the note a fourth below {note}."),
    5: say("Play the note a fifth below {note}."),
    6: say("Play the note a sixth below {note}."),
    7: say("Play the note a seventh below {note}."),
    8: say("Play the note an octave below {note}."),
}
QUALITY_UP: dict[str, Say] = {
    "P1": say("Play {note} again."),
    "m2": say("Play the note a minor second above {note}."),
    "M2": say("Play the note a major second above {note}."),
    "m3": say("Play the note a minor third above {note}."),
    "M3": say("Play the note a major third above {note}."),
    "P4": say("Play the note a perfect fourth above {note}."),
    "A4": say("Play the note a tritone above {note}."),
    "P5": say("Play the note a perfect fifth above {note}."),
    "m6": say("Play the note a minor sixth above {note}."),
    "M6": say("Play the note a major sixth above {note}."),
    "m7": say("Play the note a minor seventh above {note}."),
    "M7": say("Play the note a major seventh above {note}."),
    "P8": say("Play the note an octave above {note}."),
}
QUALITY_DOWN: dict[str, Say] = {
    "P1": say("Play {note} again."),
    "m2": say("Play the note a minor second below {note}."),
    "M2": say("Play the note a major second below {note}."),
    "m3": say("Play the note a minor third below {note}."),
    "M3": say("Play the note a major third below {note}."),
    "P4": say("Play the note a perfect fourth below {note}."),
    "A4": say("Play the note a tritone below {note}."),
    "P5": say("Play the note a perfect fifth below {note}."),
    "m6": say("Play the note a minor sixth below {note}."),
    "M6": say("Play the note a major sixth below {note}."),
    "m7": say("Play the note a minor seventh below {note}."),
    "M7": say("Play the note a major seventh below {note}."),
    "P8": say("Play the note an octave below {note}."),
}
