"""Preset phrases: kind words that need nobody's approval and work offline (decision 8). Their ids are for good."""

from __future__ import annotations

from domain.music.say import Say, say


class UnknownPhraseError(KeyError):
    """An id that no phrase has."""


def comment_phrases() -> dict[str, Say]:
    """The phrases of a comment by id, in the order in which they are offered."""
    return {
        "well_done": say("Well done!"),
        "great_rhythm": say("What a great rhythm!"),
        "sounds_lovely": say("That sounds lovely."),
        "keep_going": say("Keep going!"),
        "so_much_practice": say("I can tell how much you practised."),
        "proud_of_you": say("I am proud of you."),
        "you_inspire_me": say("You make me want to practise too."),
        "teach_me": say("Can you show me how you did it?"),
        "play_together": say("Shall we play together some time?"),
        "hard_one": say("That was a hard one!"),
        "big_step": say("What a big step!"),
        "good_ears": say("You have good ears."),
        "happy_for_you": say("I am happy for you."),
        "you_did_it": say("You did it!"),
        "never_gave_up": say("You never gave up."),
        "thank_you": say("Thank you!"),
    }


def bio_phrases() -> dict[str, Say]:
    """The phrases of a profile by id, in the order in which they are offered."""
    return {
        "love_piano": say("I love playing the piano."),
        "love_singing": say("I love singing."),
        "love_rhythm": say("Rhythm is my thing."),
        "love_listening": say("I listen to music all day."),
        "learning_to_read": say("I am learning to read music."),
        "sight_reading_fan": say("I like playing what I have never seen before."),
        "practise_every_day": say("I practise a little every day."),
        "play_with_friends": say("I like playing with others."),
        "write_my_own": say("I make up my own music."),
        "just_started": say("I have just started."),
        "many_instruments": say("I play more than one instrument."),
        "quiet_pieces": say("I like quiet pieces."),
        "loud_pieces": say("I like loud pieces."),
    }


def showcase_titles() -> dict[str, Say]:
    """The titles of a showcase by id, in the order in which they are offered."""
    return {
        "proud": say("What I am proud of"),
        "best": say("My best moments"),
        "hard_work": say("What took me long"),
        "beginning": say("How it began"),
        "this_year": say("This school year"),
        "rhythm": say("My rhythm"),
        "listening": say("What my ears can do"),
        "reading": say("Reading music"),
        "playing": say("At the keys"),
        "challenges": say("My challenges"),
        "together": say("What we did together"),
        "favourites": say("My favourites"),
    }


def comment_phrase(phrase_id: str) -> Say:
    """The words of a comment's phrase. Raises UnknownPhraseError."""
    try:
        return comment_phrases()[phrase_id]
    except KeyError as error:
        raise UnknownPhraseError(phrase_id) from error


def bio_phrase(phrase_id: str) -> Say:
    """The words of a profile's phrase. Raises UnknownPhraseError."""
    try:
        return bio_phrases()[phrase_id]
    except KeyError as error:
        raise UnknownPhraseError(phrase_id) from error


def report_reasons() -> dict[str, Say]:
    """Why somebody reports an item, by id; the first is what needs an adult soonest."""
    return {
        "worried": say("I am worried about this person"),
        "personal": say("It tells something private"),
        "unkind": say("It is unkind"),
        "not_true": say("It is not true"),
        "not_for_school": say("It does not belong here"),
    }


def reason_said(reason: str) -> Say:
    """Why an adult decided something: the sentence of an id, or the adult's own words."""
    return report_reasons().get(reason) or Say("{words}", {"words": reason})
