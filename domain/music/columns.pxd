# C types for `columns.py`, which says what all of this is for.
cimport cython

@cython.locals(
    now="long long", key="Py_ssize_t", force="long long", place="Py_ssize_t", keys="Py_ssize_t", down="bint",
    first="bint", together="bint", before="long long", before_key="long long", before_force="long long", onsets=list,
    pitches=list, velocities=list, releases=list, pedal=list, held=list)
cpdef tuple columns(object events)

@cython.locals(place="Py_ssize_t", before="long long", now="long long")
cdef Py_ssize_t _twins(list onsets, list pitches, list velocities, list releases) except -1
