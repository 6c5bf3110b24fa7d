"""The only file that knows every room: builds each thing once and hands it down."""

from __future__ import annotations

import logging
import platform
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, QTimeZone, qVersion

from app import VERSION, unattended
from app.badge_desk import BadgeDesk
from app.clocks import steady_clock, wall_clock
from app.freed import give_back
from app.gathering import gathering
from app.giving import Giving
from app.governing import Governing
from app.looking import Looking
from app.midi.port import Port
from app.midi.screen import ScreenKeys
from app.midi.state import MidiPort, PortState
from app.playing_here import PlayingHere
from app.practising import Practising, level_parameters
from app.settings import SettingsFile
from app.singing import Singing
from app.sound.piano import Synth
from app.sound.silent import Silent
from app.sound.state import Instrument, SoundState
from app.sound.voice import Voice
from app.sound.voice import find as find_voice
from app.stage.desk import Desk
from app.store import classroom, dashboard, display, lab, machine, outbox, pictures, playing, sharing, signing_in
from app.store.condition import condition
from app.store.keeper import Keeper
from app.store.keys import ENROLMENT
from app.store.lock import FileLock
from app.store.machine import Enrolment
from app.store.mark import machine_mark
from app.store.problems import StoreProblem
from app.store.readings import (
    Account,
    KioskReading,
    ShareCard,
    SignIn,
    SupportReport,
)
from app.store.secrets import open_secrets
from app.store.standing_here import account_now
from app.support import program_here, support_report, write_report
from app.sync.arriving import arrive, arrive_by_name
from app.sync.enrolment import claim_display, end_machine, enrol, machine_code
from app.sync.pairing import Pairing
from app.sync.road import Road
from app.tuning import Tuning
from app.views.kit.theme import Look
from app.views.rooms import DisplayRooms, News, Rooms
from domain.games import CHECKS
from domain.games.catalogue import read_catalogue
from domain.music.note import Note
from domain.music.say import say
from domain.records.community import EngagementKind, Scope
from resources import texts


def time_zone() -> str:
    """The IANA name of this machine's time zone."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode() or "UTC"


def _settled(sound: SoundState) -> None:
    """The sound is what takes longest to open, and it reads its font on its own thread, which tells us."""
    if not sound.loading:
        give_back()


class Desktop:
    """One machine: its mirrors, its keyboard, its sound, its road to the centre, and what views may call of them."""

    def __init__(
        self,
        folder: Path,
        *,
        midi_driver: str | None = None,
        sound: bool = True,
        demonstration: Sequence[tuple[str, str, str]] = (),
        make_port: Callable[..., MidiPort] = Port,
        steady: Callable[[], int] = steady_clock,
        make_road: Callable[..., Road] = Road,
        mark: Callable[[], str] = machine_mark,
        news: News | None = None,
        settings: SettingsFile | None = None,
        lock: FileLock | None = None,
    ) -> None:
        """`make_port`, `steady`, `make_road` and `mark` are the edges: keyboard, monotonic clock, network, hardware.

        `news`, `settings` and `lock` are those of a program that has begun before its machine was open.
        """
        self.steady = steady
        self.news = news or News()
        self.settings = settings or SettingsFile(folder)
        self.catalogue = read_catalogue(texts("games").items(), CHECKS)
        for problem in self.catalogue.problems:
            # Which file and line; the rest of the games goes on without it.
            logging.getLogger("app").error("a game file is left out: %s", problem)
        self.account: Account | None = None
        self.keeper = Keeper(
            folder=folder,
            secrets=open_secrets(folder),
            now=wall_clock,
            ticks=steady,
            catalogue=self.catalogue,
            time_zone=time_zone(),
            machine_mark=mark(),
            lock=lock,
            on_change=self._changed,
            on_trouble=lambda _account, sentence: self.news.notice.emit(sentence),
        )
        self.road = make_road(keeper=self.keeper)
        self.synth: Instrument = Synth(on_state=_settled) if sound else Silent()
        program = find_voice() if sound else None
        self.voice = Voice(program) if program is not None else None
        self.desk = Desk(sound=self.synth)
        self.screen_keys = ScreenKeys(on_note=self._note, now=steady)
        self.port = make_port(
            on_note=self._note,
            on_pedal=self.desk.pedal,
            on_state=self.news.port.emit,
            on_lost=self.desk.lost,
            on_found=self.desk.found,
            now=steady,
            load=lambda: self.settings.now.keyboards,
            save=lambda names: self.settings.keep(keyboards=list(names)),
            driver=midi_driver,
            settings_of=self.settings.now.keys,
        )
        self.tuning = Tuning(port=self.port, synth=self.synth, desk=self.desk, settings=self.settings, steady=steady)
        self.singing = Singing(catalogue=self.catalogue, steady=steady, on_key=self.news.key.emit)
        self.practising = Practising(
            keeper=self.keeper, catalogue=self.catalogue, parameters=level_parameters(texts("learning"))
        )
        self.playing = PlayingHere(
            keeper=self.keeper,
            port=self.port,
            sound=self.synth,
            desk=self.desk,
            singing=self.singing,
            tuning=self.tuning,
            parameters=self.practising.parameters,
            steady=steady,
        )
        self.badge_desk = BadgeDesk(keeper=self.keeper, after=self.road.kick)
        self.governing = Governing(keeper=self.keeper)
        self.giving = Giving(keeper=self.keeper, sound=self.synth, catalogue=self.catalogue)
        self.looking = Looking(keeper=self.keeper, sound=self.synth, steady=steady)
        # Waits for disk and network where a person signs in; the screen never does.
        self._arrivals = ThreadPoolExecutor(max_workers=1, thread_name_prefix="arriving")
        self.demonstration = tuple(demonstration)
        self.pairing_code: str | None = None
        self._pairing: Pairing | None = None
        # Where a display is given to a class, and by which name; None on a computer at which people sit.
        self._display: tuple[str, str] | None = None

    def start(self) -> None:
        """Keyboards are watched, the sound loads, the road begins: each on its own thread."""
        self.port.start()
        self.synth.start()
        self.road.start()
        self._show_pictures()

    def close(self) -> None:
        """End everything in the order of the arrows; what was asked for is finished first."""
        if self._pairing is not None:
            self._pairing.close()
        self.port.close()
        self.singing.close()
        if self.voice is not None:
            self.voice.close()
        self.synth.close()
        self.road.close()
        self.looking.close()
        self.giving.close()
        self.badge_desk.close()
        self.governing.close()
        self._arrivals.shutdown()
        self.keeper.close()

    def report(self) -> SupportReport:
        """What may leave this machine so that somebody can help. Waits for the mirrors: not on the screen's thread."""
        sound = self.synth.state
        return support_report(
            folder=self.keeper.folder,
            program=program_here(VERSION, qVersion(), QLocale.system().name()),
            machine=condition(keeper=self.keeper),
            settings=self.settings.now,
            keyboards=self.port.state,
            sound=f"{sound.driver or 'none'}, {'on' if sound.on else 'off'}",
            now=wall_clock(),
        )

    # -- what the rooms tell each other

    def _note(self, note: Note) -> None:
        self.desk.note(note)
        self.news.key.emit(note.pitch, note.velocity)

    def _changed(self, account_id: str, entities: frozenset[str]) -> None:
        """On the store's thread: tell the road and the views; both only note it down."""
        self.road.changed(account_id, entities)
        self.news.changed.emit(account_id, entities)
        if self._display is not None and ENROLMENT in entities:
            self._arrivals.submit(self._pair_where_wanted)
        if pictures.CHANGED in entities:
            self._show_pictures()
        account = self.account
        if account is not None and account.user_id == account_id and entities & {"sync", "outbox"}:
            state = outbox.sync_state(keeper=self.keeper, account=account)
            state.add_done_callback(lambda done: None if done.exception() else self.news.sync.emit(done.result()))

    def _show_pictures(self) -> None:
        found = pictures.pictures(keeper=self.keeper)
        found.add_done_callback(lambda done: None if done.exception() else self.news.pictures.emit(done.result()))

    # -- what views may call

    def rooms(self) -> Rooms:
        """The functions of this machine's rooms, for the views."""
        keeper = self.keeper
        return Rooms(
            news=self.news,
            now=wall_clock,
            sign_in_page=partial(signing_in.sign_in_page, keeper=keeper),
            sign_in=self._sign_in,
            sign_in_by_name=self._sign_in_by_name,
            sign_out=self._sign_out,
            account_now=lambda account: account_now(keeper=keeper, account=account),
            demonstration=self.demonstration,
            dashboard=lambda account: dashboard.student_dashboard(keeper=keeper, account=account),
            assignment=lambda account, assignment_id: dashboard.assignment_player(
                keeper=keeper, account=account, assignment_id=assignment_id
            ),
            badges=lambda account: dashboard.badge_wall(keeper=keeper, account=account),
            finish_step=lambda account, step_id: playing.finish_step(keeper=keeper, account=account, step_id=step_id),
            **self.playing.rooms(),
            unfinished=lambda account: playing.unfinished_attempts(keeper=keeper, account=account),
            discard_unfinished=lambda account, attempt_id: playing.discard_unfinished(
                keeper=keeper, account=account, attempt_id=attempt_id
            ),
            press=self.screen_keys.press,
            release=self.screen_keys.release,
            share_preview=lambda account, award_id, message, scope: sharing.share_preview(
                keeper=keeper, account=account, award_id=award_id, message=message, scope=scope
            ),
            post_share=self._post_share,
            withdraw_share=lambda account, share_id: sharing.withdraw_share(
                keeper=keeper, account=account, share_id=share_id
            ),
            react=self._react,
            classes=lambda account: classroom.class_choices(keeper=keeper, account=account),
            class_overview=lambda account, class_id: classroom.class_overview(
                keeper=keeper, account=account, class_id=class_id
            ),
            class_achievements=lambda account, class_id: classroom.class_achievements(
                keeper=keeper, account=account, class_id=class_id
            ),
            student_progress=lambda account, _class_id, student_id: classroom.student_progress(
                keeper=keeper, account=account, student_id=student_id
            ),
            sync_state=lambda account: outbox.sync_state(keeper=keeper, account=account),
            send_now=self.road.kick,
            discard_refused=lambda account, dev_seq: outbox.discard_refused(
                keeper=keeper, account=account, dev_seq=dev_seq
            ),
            send_refused_again=lambda account, dev_seq: outbox.send_refused_again(
                keeper=keeper, account=account, dev_seq=dev_seq
            ),
            support_report=lambda: self._arrivals.submit(self.report),
            save_report=lambda report, path: self._arrivals.submit(write_report, report, Path(path)),
            port_state=self._port_state,
            look=self._look,
            keep_look=self._keep_look,
            join=self._join,
            known_centre="",
            machine_name=platform.node(),
            claim_display=self._claim_display,
            lab=lambda account: lab.lab(keeper=keeper, account=account),
            machine_code=lambda account: self._arrivals.submit(machine_code, keeper=keeper, account=account),
            end_machine=lambda account, device_id: self._arrivals.submit(
                end_machine, keeper=keeper, account=account, device_id=device_id
            ),
            badge_desk=self.badge_desk.rooms(),
            governing=self.governing.rooms(),
            looking=self.looking.rooms(),
            giving=self.giving.rooms(),
            practice=self.practising.rooms(),
            tuning=self.tuning.rooms(),
            singing=self.singing.rooms(),
            voice=self.voice,
            **gathering(keeper),
        )

    def display_rooms(self) -> DisplayRooms:
        """What the classroom display may call."""
        return DisplayRooms(
            news=self.news, now=wall_clock, reading=self._kiosk_reading, pairing_code=lambda: self.pairing_code
        )

    def _kiosk_reading(self) -> Future[KioskReading]:
        return self._arrivals.submit(self._read_for_display)

    def _read_for_display(self) -> KioskReading:
        account = display.kiosk_account(keeper=self.keeper).result()
        if account is None:
            raise StoreProblem(say("This display belongs to no class yet."))
        return display.kiosk_reading(keeper=self.keeper, account=account).result()

    def pair(self, centre: str, name: str) -> None:
        """Show a code until a teacher has given this display to a class, now and whenever it was taken out of one."""
        self._display = centre, name
        self._pair_where_wanted()

    def _pair_where_wanted(self) -> None:
        if self._display is not None and self._pairing is None and machine.wants_a_school(keeper=self.keeper).result():
            centre, name = self._display
            self._pairing = Pairing(
                keeper=self.keeper,
                centre=centre,
                machine_name=name,
                on_code=self._show_code,
                on_paired=self._paired,
                now=wall_clock,
            )
            self._pairing.start()

    def _join(self, centre: str, code: str, name: str) -> Future[None]:
        return self._arrivals.submit(self._enrol, centre, code, name)

    def _enrol(self, centre: str, code: str, name: str) -> None:
        enrol(keeper=self.keeper, centre=centre, code=code, machine_name=name)
        self.road.kick()

    def join_by_file(self, centre: str, code_file: Path, name: str) -> Enrolment:
        """Join the school with the code in a file, where this computer has none yet. Waits for the centre."""
        return unattended.join_by_file(keeper=self.keeper, centre=centre, code_file=code_file, name=name)

    def join_at_start(self, centre: str, code_file: Path, name: str) -> None:
        """The same while the program runs: nobody waits for it."""
        joining = partial(unattended.try_to_join, keeper=self.keeper, centre=centre, code_file=code_file, name=name)
        self._arrivals.submit(joining).add_done_callback(lambda _done: self.road.kick())

    def _claim_display(self, account: Account, class_id: str, code: str) -> Future[None]:
        return self._arrivals.submit(claim_display, keeper=self.keeper, account=account, class_id=class_id, code=code)

    def _show_code(self, code: str | None) -> None:
        self.pairing_code = code or ""
        self.news.changed.emit("", frozenset({"pairing"}))

    def _paired(self) -> None:
        self.pairing_code = self._pairing = None
        self.road.kick()
        self.news.changed.emit("", frozenset({"pairing"}))

    def _sign_in(self, user_id: str, secret: str) -> Future[SignIn]:
        return self._arrivals.submit(self._arrive, user_id, secret)

    def _sign_in_by_name(self, username: str, secret: str) -> Future[SignIn]:
        return self._arrivals.submit(self._arrive_by_name, username, secret)

    def _arrive(self, user_id: str, secret: str) -> SignIn:
        answer = arrive(keeper=self.keeper, user_id=user_id, secret=secret)
        self.account = answer.account
        return answer

    def _arrive_by_name(self, username: str, secret: str) -> SignIn:
        answer = arrive_by_name(keeper=self.keeper, username=username, secret=secret)
        self.account = answer.account
        return answer

    def _sign_out(self, account: Account) -> Future[None]:
        self.account = None
        return signing_in.sign_out(keeper=self.keeper, account=account)

    def _post_share(self, account: Account, award_id: str, message: str, scope: Scope) -> Future[ShareCard]:
        return sharing.post_share(keeper=self.keeper, account=account, award_id=award_id, message=message, scope=scope)

    def _react(self, account: Account, share_id: str, kind: EngagementKind, present: bool) -> Future[ShareCard]:
        return sharing.react(keeper=self.keeper, account=account, share_id=share_id, engagement=kind, present=present)

    def _port_state(self) -> PortState:
        return self.port.state

    def _look(self) -> Look:
        return self.settings.now.look

    def _keep_look(self, look: Look) -> None:
        self.settings.keep(look=look)
