# C types for `columns.py`, which says what all of this is for.
cimport cython

@cython.locals(
    at="long long", pitch="long long", velocity="long long", place="Py_ssize_t", keys="long long", down="bint",
    first="bint", before="long long", before_pitch="long long", before_velocity="long long", onsets=list, pitches=list,
    velocities=list, releases=list, pedal=list, held=list)
cpdef tuple columns(object events)

@cython.locals(place="Py_ssize_t", before="long long", now="long long")
cdef Py_ssize_t _twins(list onsets, list pitches, list velocities, list releases) except -1
