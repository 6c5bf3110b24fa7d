# C types for `alone.py`.
cimport cython
from .marks cimport Marks
from .windows cimport Windows

@cython.locals(
    windows=Windows, holding=Holding, alone=list, gaps=list, beats=list, lengths=list, moments=list, expected=list,
    hesitations=list, onsets=list, rises=list, runs=list, own_tempo="bint", several="Py_ssize_t", left=list,
    place="Py_ssize_t", moment="Py_ssize_t", index="Py_ssize_t", pause="long long", gap="long long", length="long long", rise="long long",
    run="long long", beat="long long", perfect="long long", good="long long", ok="long long", stroke="Py_ssize_t",
    now="long long", due="long long")
cpdef list judge_alone(
    object score, object heard, object rules, list match, object struck, object timed, Marks marks)

@cython.locals(distance="long long")
cpdef grade(
    Marks marks, Py_ssize_t index, Py_ssize_t stroke, long long offset, long long perfect, long long good, long long ok)

@cython.final
cdef class Holding:
    cdef object heard
    cdef list onsets, releases, free, lengths, errors
    cdef long long most, percent

    @cython.locals(onset="long long", released="long long", allowed="long long", error="long long")
    cpdef hold(self, Py_ssize_t index, Py_ssize_t stroke, long long wanted)
