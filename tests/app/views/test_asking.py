"""Answers reach the GUI thread; failures become sentences; nobody is told after the page is gone."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor

from conftest import names, press
from PySide6.QtWidgets import QWidget

from app.store.problems import disk_full
from app.views.kit.asking import UNKNOWN, ask
from app.views.kit.page import Page


def test_an_answer_from_another_thread_is_told_on_the_gui_thread(qtbot) -> None:
    owner, told = QWidget(), []
    qtbot.addWidget(owner)
    with ThreadPoolExecutor(1) as pool:
        ask(owner, pool.submit(lambda: 42), lambda n: told.append((n, threading.get_ident())), failed=told.append)
        qtbot.waitUntil(lambda: bool(told))
    assert told == [(42, threading.get_ident())]


def test_a_known_problem_is_told_in_its_own_words(qtbot) -> None:
    owner, told = QWidget(), []
    qtbot.addWidget(owner)
    future: Future[int] = Future()
    future.set_exception(disk_full())
    ask(owner, future, told.append, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert "disk is full" in told[0]


def test_an_unknown_problem_is_told_kindly_and_logged(qtbot, caplog) -> None:
    owner, told = QWidget(), []
    qtbot.addWidget(owner)
    future: Future[int] = Future()
    future.set_exception(ZeroDivisionError("a secret"))
    ask(owner, future, told.append, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [UNKNOWN.english()]
    assert "ZeroDivisionError" in caplog.text


def test_a_page_that_is_gone_is_not_told(qtbot) -> None:
    owner, told = QWidget(), []
    future: Future[int] = Future()
    ask(owner, future, told.append, failed=told.append)
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    future.set_result(1)
    other: Future[int] = Future()
    watcher = QWidget()
    qtbot.addWidget(watcher)
    ask(watcher, other, told.append, failed=told.append)
    other.set_result(2)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [2]


def test_a_slow_page_says_so_and_trouble_offers_another_try(theme, qtbot) -> None:
    page, futures = Page(theme), []
    qtbot.addWidget(page)
    page.show()

    def load() -> None:
        futures.append(Future())
        page.load(futures[-1], lambda _: page.show_parts(1), again=load)

    load()
    qtbot.waitUntil(lambda: "One moment…" in names(page))
    futures[0].set_exception(disk_full())
    qtbot.waitUntil(lambda: "Try again" in names(page))
    press(page, "Try again")
    assert len(futures) == 2
