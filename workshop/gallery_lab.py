"""The school's computers and the report for support as the gallery shows them."""

from __future__ import annotations

from app.store.lab_readings import Lab, LabMachine, PersonHere
from app.store.readings import SupportReport
from workshop.gallery_readings import DAY, MINUTE, NOW

LAB = Lab(
    machines=tuple(
        LabMachine(
            device_id=f"m{number}",
            machine_name=name,
            is_display=name.startswith("Display"),
            class_name="Piano Lab 4A" if name.startswith("Display") else "",
            last_contact_at=NOW - passed,
            waiting=waiting,
            is_this=name == "Teacher's desk",
        )
        for number, (name, passed, waiting) in enumerate(
            [
                ("Lab 07, by the window", 3 * DAY, 42),
                ("Lab 12", 5 * 60 * MINUTE, 0),
                ("Lab 01", 4 * MINUTE, 3),
                ("Lab 02", 3 * MINUTE, 0),
                ("Lab 03", 3 * MINUTE, 0),
                ("Display, front wall", 2 * MINUTE, 0),
                ("Teacher's desk", MINUTE, 0),
            ]
        )
    ),
    fresh_at=NOW - MINUTE,
    people=tuple(
        PersonHere(
            user_id=f"u{number}",
            display_name=name,
            avatar=avatar,
            last_signed_in_at=NOW - passed,
            waits=waits,
            present=not number,
        )
        for number, (name, avatar, passed, waits) in enumerate(
            [
                ("Ms Rivera", "", MINUTE, False),
                ("Mia R.", "fox", 20 * MINUTE, False),
                ("Ben O.", "owl", 26 * MINUTE, True),
                ("Zoe K.", "cat", 3 * DAY, False),
            ]
        )
    ),
)
_REPORT = """{
  "program": {"version": "0.1.0", "python": "3.11.7", "qt": "6.9.3", "system": "Linux-6.1", "locale": "en_GB"},
  "machine": {"centre": "https://music.school.example", "is_display": false, "key_store": true, "set_aside": 0,
    "mirrors": [
      {"number": 1, "role": "machine", "size": 184320, "waiting": {}, "refused": {}},
      {"number": 2, "role": "student", "size": 962560, "waiting": {"student_attempt": 3}, "refused": {}}
    ]},
  "sound": "pulseaudio, on"
}"""
SUPPORT = SupportReport(text=_REPORT, files={"report.json": _REPORT.encode(), "log.txt": b""})
