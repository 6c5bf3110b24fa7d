"""The user's language: translations from `resources/translations`, with English beneath for what has none yet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from app.views.kit.files import resource


def speak(application: QCoreApplication, locale: QLocale) -> tuple[QTranslator, ...]:
    """Translate from now on into the locale's language, and into English (its plurals) where that has no words yet.

    Returns the translators that were installed, so that another language can take their place.
    """
    spoken = []
    # Qt asks the translator that was installed last first. For es_MX it loads es where there is no es_MX.
    for name in ("en",) if locale.language() is QLocale.Language.English else ("en", locale.name()):
        translator = QTranslator(application)
        if translator.load(resource("translations", f"mlc_{name}.qm")):
            application.installTranslator(translator)
            spoken.append(translator)
    return tuple(spoken)
