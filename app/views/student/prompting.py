"""What a game says aloud for those who cannot read yet: a new question, and what was wrong. Never into its music."""

from __future__ import annotations

from app.views.kit.reading_aloud import Aloud, read_to
from app.views.kit.sayings import spoken
from domain.games.picture import Mark, Picture


class Prompter:
    """Follows the pictures of one game. A prompt that stays the same is read once."""

    def __init__(self, voice: Aloud) -> None:
        self._voice = voice
        self._prompt = ""
        self._feedback = ""

    def follow(self, picture: Picture, *, hearing: bool = False) -> None:
        """Another picture; `hearing` says that a microphone listens, which would hear the voice, too."""
        prompt = spoken(picture.prompt)
        wrong = picture.feedback is not None and picture.feedback_mark is Mark.WRONG
        feedback = spoken(picture.feedback) if wrong and picture.feedback is not None else ""
        new = [text for text, before in ((feedback, self._feedback), (prompt, self._prompt)) if text and text != before]
        self._feedback, self._prompt = feedback, prompt
        if hearing or picture.pulse is not None or picture.sounds:
            # What is to be heard comes first; the button reads the question whenever one likes.
            self._voice.stop()
        elif new:
            read_to(self._voice, " ".join(new))
