"""The social story: four people at four machines and a display, with the network going and coming.

A classmate is kind with no network at all; words of their own wait for the teacher, who decides with no network either;
a parent celebrates and then draws the line closer; and what is taken back is gone from every screen.
"""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING, Any

from workshop import cast

if TYPE_CHECKING:
    from app.desktop import Desktop
    from workshop.hands import Hands
    from workshop.tour import Story

CLASSMATE = cast.CLASSES[cast.FIRST_CLASS][2]
OWN_WORDS = "I could hear how much you practised"
PHRASE = "Well done!"
# R12: what was taken back is gone from connected screens within so many seconds.
AT_MOST = 30.0


class Social:
    """The people beside the author of the share: `author` is at `lab`, the teacher at `desk`, the display is `wall`."""

    def __init__(self, story: Story, author: str, class_name: str) -> None:
        self._story, self._author, self._class_name = story, author, class_name
        self.mate_machine = story.machine("Lab computer 4", sound=False)
        self.home_machine = story.machine("At home", sound=False)
        _, self.mate = story.window(self.mate_machine)
        _, self.home = story.window(self.home_machine)

    # -- with the network, once

    def the_parent_was_here_once(self) -> None:
        """Families sign in by name, the first time with the network."""
        self.home.press("I am family")
        self.home.write("User name", cast.GUARDIAN_NAME)
        self.home.write("Password", cast.PASSWORD)
        self.home.press("Sign in")
        # The child is there, not only the page.
        self.home.waits_to_see(self._author)
        self._story.step("a parent signs in by name, once with the network", self.home)

    # -- the story

    def tell(self, lab: Desktop, author: Hands, desk: Desktop, teacher: Hands, display: Desktop, wall: Hands) -> None:
        """All of it, from the moment at which the share is at the centre and the network is away."""
        self._begin_with_the_share_everywhere(desk, teacher, display)
        self.a_classmate_is_kind_offline()
        self.kindness_arrives(lab, author)
        self.the_teacher_decides_offline(desk, teacher)
        self.the_words_arrive(lab, author)
        self.the_teacher_picks_it(desk, teacher, display, wall)
        self.the_parent_celebrates(lab, author)
        self.the_parent_draws_the_line(display, wall)

    def _begin_with_the_share_everywhere(self, desk: Desktop, teacher: Hands, display: Desktop) -> None:
        from app.views import places

        story, mate = self._story, self.mate
        self._go(teacher, places.AtPolicy())
        teacher.press("Own words, too")
        story.step("the teacher lets the class write words of their own", teacher)
        story.centre.start()
        desk.road.kick()
        account = desk.account
        assert account is not None
        self._wait(lambda: desk.rooms().sync_state(account).result().waiting == 0, "the rule at the centre")
        for machine in (self.mate_machine, self.home_machine, display):
            machine.road.kick()
        mate.press(self._class_name)
        mate.press(CLASSMATE.handle)
        mate.touch(cast.PIN)
        mate.waits_to_see("Hello, ")
        self._wait(lambda: self._in_feed(self.mate_machine), "the share in the classmate's news")
        story.centre.stop()
        story.step("the network is away again")

    def a_classmate_is_kind_offline(self) -> None:
        """A like, a celebration, a sentence of the list, and words of one's own: all kept until there is a network."""
        from app.views import places

        mate = self.mate
        self._go(mate, places.AtFeed())
        mate.waits_to_see(self._author)
        self._press_on_the_share(mate, "Like")
        self._press_on_the_share(mate, "Celebrate")
        self._story.step("a classmate likes and celebrates it, with no network", mate)
        self._press_on_the_share(mate, "Words")
        mate.press(PHRASE)
        mate.waits_to_see("waiting to be sent")
        mate.write("Your own words", OWN_WORDS)
        mate.press("Send to my teacher")
        mate.waits_to_see("Your teacher reads these words before others see them")
        self._story.step("a kind sentence and words of their own, kept until there is a network", mate)

    def kindness_arrives(self, lab: Desktop, author: Hands) -> None:
        """The sentence is there at once; the free words are not, because no adult has read them yet."""
        from app.views import places

        self._story.centre.start()
        for machine in (self.mate_machine, lab):
            machine.road.kick()
        self._wait(lambda: self._words_on(lab) == [PHRASE], "the sentence at its author's, and nothing else")
        self._go(author, places.AtNotices())
        author.waits_to_see(CLASSMATE.handle)
        self._story.step("the author's bell: a classmate was kind", author)
        self._open_the_comments(lab, author)
        author.waits_to_see(PHRASE)
        if author.sees(OWN_WORDS):
            self._not_seen("words that nobody has read stay away from other children")
        self._story.step("the sentence is there, the free words still wait for the teacher", author)

    def the_teacher_decides_offline(self, desk: Desktop, teacher: Hands) -> None:
        """The words wait in the queue; the network goes; the teacher approves them all the same."""
        from app.views import places

        desk.road.kick()
        account = desk.account
        assert account is not None
        rooms = desk.rooms()
        self._wait(
            lambda: any(card.text == OWN_WORDS for card in rooms.moderation_queue(account).result()),
            "the words in the teacher's queue",
        )
        self._story.centre.stop()
        self._go(teacher, places.AtModeration())
        teacher.waits_to_see(OWN_WORDS)
        self._story.step("the teacher reads them, with no network", teacher)
        teacher.press(f"Approve: {CLASSMATE.handle}")
        teacher.waits_to_see("Approved: ")
        self._story.step("approved, and kept until there is a network", teacher)

    def the_words_arrive(self, lab: Desktop, author: Hands) -> None:
        """The network returns: the decision goes up, the words come down."""
        self._story.centre.start()
        for machine in (lab, *self._story.machines):
            machine.road.kick()
        self._wait(lambda: OWN_WORDS in self._words_on(lab), "the approved words at their reader's", patience=45)
        self._open_the_comments(lab, author)
        author.waits_to_see(OWN_WORDS)
        self._story.step("the author reads them now", author)

    def the_teacher_picks_it(self, desk: Desktop, teacher: Hands, display: Desktop, wall: Hands) -> None:
        """The share comes into the light: it stands first on the display."""
        from app.views import places

        self._go(teacher, places.AtFeed())
        teacher.waits_to_see(self._author)
        self._press_on_the_share(teacher, "Highlight")
        teacher.write("A few words for the class", "Listen to the left hand!")
        teacher.press("Show it to")
        teacher.waits_to_see("sees it now")
        teacher.press("Close")
        desk.road.kick()
        self._wait(
            lambda: any(each.share.author_name == self._author for each in self._shown(display).highlights),
            "the teacher's pick on the display",
            patience=45,
        )
        self._turn_to(wall, "Picked by a teacher")
        self._story.step("the display shows what the teacher has picked", wall)

    def the_parent_celebrates(self, lab: Desktop, author: Hands) -> None:
        """At home the child's success is seen and celebrated, without a network first."""
        from app.views import places

        home = self.home
        self.home_machine.road.kick()
        self._wait(lambda: self._at_home().shares != (), "the share at home", patience=45)
        self._story.centre.stop()
        self._go(home, places.AtFamily())
        home.waits_to_see("Shared with the family")
        self._press_on_the_share(home, "Celebrate")
        home.scroll_to("Shared with the family")
        self._story.step("the parent celebrates at home, with no network", home)
        self._story.centre.start()
        before = self._card(lab).celebrations
        for machine in (self.home_machine, lab):
            machine.road.kick()
        self._wait(
            lambda: self._card(lab).celebrations > before, "the parent's celebration at the author's", patience=45
        )
        self._go(author, places.AtFeed())
        author.waits_to_see(self._author)
        self._story.step("the author sees both celebrations", author)

    def the_parent_draws_the_line(self, display: Desktop, wall: Hands) -> None:
        """Only the family from now on: gone from the display and from the classmate, within half a minute."""
        from app.views import places

        home = self.home
        self._go(home, places.AtFamily())
        home.waits_to_see("How far may it go at most?")
        began = time.monotonic()
        home.press("Our family")
        self._wait(lambda: not self._on_display(display), "gone from the display", patience=AT_MOST)
        self._wait(lambda: not self._in_feed(self.mate_machine), "gone from the classmate's news", patience=AT_MOST)
        gone = round(time.monotonic() - began, 1)
        self._story.facts["seconds_until_taken_back_everywhere"] = gone
        home.scroll_to("How far may it go at most?")
        self._story.step("the parent draws the line: only the family", home)
        self._go(self.mate, places.AtFeed())
        self.mate.waits_to_see("From your class")
        if self.mate.sees(self._author):
            self._not_seen("what was taken back is gone from the classmate's screen")
        self._story.step("gone from the classmate's news", self.mate)
        if wall.sees(self._author):
            self._not_seen("what was taken back is gone from the display")
        self._story.step("gone from the display", wall)

    # -- looking

    def _in_feed(self, machine: Desktop) -> bool:
        return self._found(machine) is not None

    def _found(self, machine: Desktop) -> Any:
        from domain.community.feed import FeedFilter

        account = machine.account
        if account is None:
            return None
        shares = machine.rooms().feed_page(account, FeedFilter.ALL, None, 50).result().shares
        return next((share for share in shares if share.author_name == self._author), None)

    def _card(self, machine: Desktop) -> Any:
        found = self._found(machine)
        if found is None:
            self._not_seen("the share in its author's news")
        return found

    def _words_on(self, machine: Desktop) -> list[str]:
        """What others have written under the share, as this machine's person may read it."""
        from app.views.kit.sayings import spoken

        account = machine.account
        assert account is not None
        comments = machine.rooms().comments_of(account, self._card(machine).share_id).result()
        return [spoken(comment.phrase) if comment.phrase is not None else comment.text for comment in comments]

    def _at_home(self) -> Any:
        account = self.home_machine.account
        assert account is not None
        rooms = self.home_machine.rooms()
        [child] = rooms.children(account).result()
        return rooms.child_page(account, child.user_id).result()

    def _shown(self, display: Desktop) -> Any:
        return display.display_rooms().reading().result()

    def _on_display(self, display: Desktop) -> bool:
        reading = self._shown(display)
        lit = [each.share for each in reading.highlights]
        return any(share.author_name == self._author for share in [*lit, *reading.shares])

    # -- hands

    def _press_on_the_share(self, hands: Hands, words: str) -> None:
        """The button of the author's newest share, not of another's."""
        hands.press_within(f"{self._author}: ", words)

    def _open_the_comments(self, lab: Desktop, author: Hands) -> None:
        from app.views import places

        self._go(author, places.AtComments(share=self._card(lab)))

    def _go(self, hands: Hands, place: Any) -> None:
        window = hands.window
        assert hasattr(window, "go")
        window.go(place)

    def _turn_to(self, wall: Hands, words: str) -> None:
        from workshop.hands import linger

        window = wall.window
        assert hasattr(window, "turn")
        for _page in range(40):
            with contextlib.suppress(RuntimeError):
                if wall.sees(words):
                    return
            window.turn()
            linger(0.1)
        self._not_seen(f"“{words}” on the display")

    def _wait(self, condition: Any, what: str, *, patience: float = 30.0) -> None:
        from workshop.hands import wait_for

        wait_for(condition, what, patience)

    def _not_seen(self, what: str) -> None:
        from workshop.hands import NotSeenError

        raise NotSeenError(what)
