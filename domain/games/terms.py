"""Terms and signs: what the words and signs on the page mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from domain.games.catalogue import Game, Stage
from domain.games.chance import Chance
from domain.games.picture import Scene
from domain.games.question import Question, choosing, concept_of
from domain.games.quiz import Family
from domain.music.say import Say, say

# Each term with its meaning and the sentence that teaches both.
TERMS: dict[str, dict[str, tuple[Say, Say]]] = {
    "tempo": {
        "largo": (say("very slow and broad"), say("Largo: very slow and broad.")),
        "adagio": (say("slow, at ease"), say("Adagio: slow, at ease.")),
        "andante": (say("at a walking pace"), say("Andante: at a walking pace.")),
        "moderato": (say("at a medium speed"), say("Moderato: at a medium speed.")),
        "allegro": (say("fast and bright"), say("Allegro: fast and bright.")),
        "vivace": (say("lively and quick"), say("Vivace: lively and quick.")),
        "presto": (say("very fast"), say("Presto: very fast.")),
        "ritardando": (say("getting slower"), say("Ritardando: getting slower.")),
        "accelerando": (say("getting faster"), say("Accelerando: getting faster.")),
        "a tempo": (say("back to the first speed"), say("A tempo: back to the speed before.")),
    },
    "dynamics": {
        "pianissimo (pp)": (say("very soft"), say("Pianissimo: very soft.")),
        "piano (p)": (say("soft"), say("Piano: soft.")),
        "mezzo piano (mp)": (say("rather soft"), say("Mezzo piano: rather soft.")),
        "mezzo forte (mf)": (say("rather loud"), say("Mezzo forte: rather loud.")),
        "forte (f)": (say("loud"), say("Forte: loud.")),
        "fortissimo (ff)": (say("very loud"), say("Fortissimo: very loud.")),
        "crescendo": (say("getting louder"), say("Crescendo: getting louder.")),
        "diminuendo": (say("getting softer"), say("Diminuendo: getting softer.")),
        "sforzando (sfz)": (say("suddenly stressed"), say("Sforzando: one note suddenly stressed.")),
    },
    "articulation": {
        "staccato": (say("short, detached"), say("Staccato: short, a dot over or under the note.")),
        "legato": (say("bound together"), say("Legato: bound together, often with a slur.")),
        "tenuto": (say("held its full length"), say("Tenuto: held its full length, a line over the note.")),
        "accent": (say("stressed"), say("Accent: this note is stressed.")),
        "slur": (say("a curve over different notes: play them bound"), say("Slur: a curve over notes to be bound.")),
        "tie": (say("a curve between equal notes: hold on"), say("Tie: the second note is not struck again.")),
        "portato": (say("carried: between short and bound"), say("Portato: gently separated under one slur.")),
    },
    "form": {
        "fine": (say("the end"), say("Fine: the end.")),
        "da capo (D.C.)": (say("from the beginning again"), say("Da capo: from the beginning again.")),
        "dal segno (D.S.)": (say("from the sign again"), say("Dal segno: from the sign again.")),
        "coda": (say("the closing part"), say("Coda: the closing part.")),
        "repeat sign": (say("play this part again"), say("Repeat sign: two dots at a double bar, play it again.")),
        "first ending": (say("only the first time"), say("First ending: played only the first time.")),
        "fermata": (say("hold it longer"), say("Fermata: hold this note longer.")),
    },
    "signs": {
        "sharp": (say("a half step higher"), say("Sharp: a half step higher.")),
        "flat": (say("a half step lower"), say("Flat: a half step lower.")),
        "natural": (say("no sharp or flat any more"), say("Natural: takes the sharp or flat away.")),
        "treble clef": (say("its curl circles the line of G"), say("Treble clef: its curl circles the line of G.")),
        "bass clef": (
            say("its dots stand around the line of F"),
            say("Bass clef: its dots stand around the line of F."),
        ),
        "bar line": (say("divides the music into bars"), say("Bar line: divides the music into bars.")),
        "time signature": (say("how many beats a bar has"), say("Time signature: how many beats, and of which kind.")),
        "key signature": (say("sharps or flats for the whole line"), say("Key signature: counts for the whole line.")),
    },
    "expression": {
        "dolce": (say("sweetly"), say("Dolce: sweetly.")),
        "cantabile": (say("singing"), say("Cantabile: as if singing.")),
        "espressivo": (say("with expression"), say("Espressivo: with expression.")),
        "con brio": (say("with fire"), say("Con brio: with fire.")),
        "leggiero": (say("lightly"), say("Leggiero: lightly.")),
        "maestoso": (say("majestically"), say("Maestoso: majestically.")),
        "grazioso": (say("gracefully"), say("Grazioso: gracefully.")),
        "scherzando": (say("playfully"), say("Scherzando: playfully.")),
    },
}


# Signs that stand on the page where the term is only their name.
SIGNS = {"sharp": "♯", "flat": "♭", "natural": "♮"}


def sign_of(term: str) -> str:
    """The term as it stands on the page: its abbreviation or its sign where it has one."""
    _, bracket, rest = term.partition(" (")
    return rest.rstrip(")") if bracket else SIGNS.get(term, term)


class Terms(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`groups` of terms in use, `task`: from a term to its meaning, or back. `options` to choose from."""

    groups: tuple[str, ...] = ("dynamics",)
    task: Literal["meaning", "term"] = "meaning"
    options: int = 4

    def __post_init__(self) -> None:
        """Raises ValueError for an unknown group or too many options."""
        unknown = next((group for group in self.groups if group not in TERMS), None)
        if unknown is not None:
            raise ValueError(f"`{unknown}` is not one of {', '.join(TERMS)}")
        if not self.groups or not 2 <= self.options <= 6:
            raise ValueError("`groups` names a group, `options` is 2 to 6")


def _ask(settings: Terms, chance: Chance, entry: Game, stage: Stage) -> Iterator[Question]:  # noqa: ARG001
    last = None
    every = [(name, term) for name in settings.groups for term in TERMS[name]]
    while True:
        for group, term in chance.shuffled(every):
            if term != last:
                last = term
                yield _question(group, term, settings, chance, entry)


def _question(group: str, term: str, settings: Terms, chance: Chance, entry: Game) -> Question:
    others = [each for each in chance.shuffled(tuple(TERMS[group])) if each != term][: settings.options - 1]
    shown = chance.shuffled([term, *others])
    concept = concept_of(entry, f"terms-{group}", "terms")
    if settings.task == "meaning":
        return choosing(
            prompt=say("What does “{term}” mean?", term=term),
            labels={each: TERMS[group][each][0] for each in shown},
            right=term,
            concept=concept,
            truth=TERMS[group][term][1],
            scene=Scene.SIGN,
            sign=sign_of(term),
        )
    return choosing(
        prompt=TERMS[group][term][0],
        labels={each: say("{term}", term=each) for each in shown},
        right=term,
        concept=concept,
        truth=TERMS[group][term][1],
    )


FAMILY = Family("terms", Terms, _ask)
