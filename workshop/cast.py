"""Who is in the demonstration school: invented people, the same at every start."""

from __future__ import annotations

from dataclasses import dataclass

PIN = "2580"
PASSWORD = "demonstration"

SCHOOL = "Maple Street School"
ORGANIZATION = "Riverside District"
TIME_ZONE = "Europe/London"


@dataclass(frozen=True)
class Pupil:
    """A student: the handle others see, the register's name, a picture, how well and how often they play (0-1)."""

    handle: str
    given_name: str
    family_name: str
    avatar: str
    skill: float
    diligence: float


@dataclass(frozen=True)
class Teacher:
    """A member of staff."""

    name: str
    username: str
    avatar: str
    admin: bool = False


TEACHERS = (
    Teacher("Ms Rivera", "rivera", "cello"),
    Teacher("Mr Okafor", "okafor", "trumpet"),
    Teacher("Dr Lindqvist", "lindqvist", "baton", admin=True),
)

# Who has just come, with the first chapter before them, and their family.
NEWCOMER = Pupil("Nova Sparrow", "Nora", "Quist", "robin", 0.8, 1.0)
GUARDIAN, GUARDIAN_NAME = "Mrs Quist", "mrs.quist"

CLASSES = {
    "Piano Lab 4A": (
        Pupil("Blue Finch", "Amara", "Bello", "finch", 0.86, 0.95),
        Pupil("Quick Otter", "Jonas", "Weber", "otter", 0.78, 0.80),
        Pupil("Silver Fox", "Mei", "Tanaka", "fox", 0.93, 0.90),
        Pupil("Sunny Koala", "Priya", "Nair", "koala", 0.66, 0.70),
        Pupil("Brave Heron", "Lucas", "Moreau", "heron", 0.58, 0.60),
        Pupil("Calm Panda", "Sofia", "Rossi", "panda", 0.81, 0.85),
        Pupil("Merry Seal", "Noah", "Jansen", "seal", 0.49, 0.45),
        Pupil("Green Gecko", "Aisha", "Khan", "gecko", 0.72, 0.75),
        Pupil("Golden Wren", "Oliver", "Byrne", "wren", 0.88, 0.65),
        Pupil("Gentle Bear", "Elif", "Demir", "bear", 0.61, 0.90),
        Pupil("Lucky Robin", "Mateo", "Silva", "robin", 0.69, 0.55),
        Pupil("Starry Owl", "Hana", "Novak", "owl", 0.75, 0.35),
    ),
    "Music Makers 6B": (
        Pupil("Swift Hare", "Daniel", "Cohen", "hare", 0.83, 0.75),
        Pupil("Bright Lark", "Zoe", "Laurent", "lark", 0.91, 0.85),
        Pupil("Jolly Badger", "Finn", "Murphy", "badger", 0.57, 0.50),
        Pupil("Misty Swan", "Layla", "Haddad", "swan", 0.70, 0.65),
        Pupil("Red Panther", "Ethan", "Clark", "panther", 0.64, 0.80),
        Pupil("Clever Crow", "Ingrid", "Olsen", "crow", 0.95, 0.60),
        Pupil("Happy Whale", "Samuel", "Addo", "whale", 0.53, 0.70),
        Pupil("Tiny Tiger", "Chloe", "Martin", "tiger", 0.77, 0.90),
        Pupil("Cosy Mole", "Arjun", "Patel", "mole", 0.68, 0.40),
        Pupil("Bold Eagle", "Maria", "Costa", "eagle", 0.85, 0.70),
        Pupil("Dancing Deer", "Leon", "Fischer", "deer", 0.74, 0.55),
        Pupil("Snowy Lynx", "Yuna", "Kim", "lynx", 0.89, 0.95),
    ),
}

FIRST_CLASS = next(iter(CLASSES))
