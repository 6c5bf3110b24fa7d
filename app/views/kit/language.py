"""The user's language: translations from `resources/translations`, English plurals at the least."""

from __future__ import annotations

from importlib.resources import as_file, files

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator


def speak(application: QCoreApplication, locale: QLocale) -> QTranslator | None:
    """Translate from now on into the locale's language, or English where it has no translation yet.

    Returns the translator that was installed, so that another language can take its place.
    """
    folder = files("resources").joinpath("translations")
    for name in (locale.name(), locale.name().split("_", 1)[0], "en"):
        file = folder.joinpath(f"mlc_{name}.qm")
        if not file.is_file():
            continue
        translator = QTranslator(application)
        with as_file(file) as path:
            if translator.load(str(path)):
                application.installTranslator(translator)
                return translator
    return None
