# C types for `mispitched.py`: of what runs once for each note.
cimport cython

@cython.locals(index="Py_ssize_t", place="Py_ssize_t")
cdef bint _has_no_place(Py_ssize_t stroke, list match) except -1

@cython.locals(
    found=list, last="Py_ssize_t", left="Py_ssize_t", before="Py_ssize_t", moment="Py_ssize_t",
    right="Py_ssize_t", after="Py_ssize_t", first="Py_ssize_t", key="Py_ssize_t",
    wanted="Py_ssize_t")
cdef list _crossings(list alone, list pitches, list heard, list match)
