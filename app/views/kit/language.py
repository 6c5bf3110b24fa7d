"""The user's language: translations from `resources/translations`, English plurals at the least."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from app.views.kit.files import resource


def speak(application: QCoreApplication, locale: QLocale) -> QTranslator | None:
    """Translate from now on into the locale's language, or English where it has no translation yet.

    Returns the translator that was installed, so that another language can take its place.
    """
    for name in (locale.name(), locale.name().split("_", 1)[0], "en"):
        translator = QTranslator(application)
        if translator.load(resource("translations", f"mlc_{name}.qm")):
            application.installTranslator(translator)
            return translator
    return None
