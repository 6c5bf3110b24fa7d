"""The school's computers as the gallery shows them."""

from __future__ import annotations

from app.store.lab_readings import Lab, LabMachine
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
)
