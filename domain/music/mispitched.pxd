# C types for `mispitched.py`: of what runs once for each note.
cimport cython

@cython.locals(
    found=list, last="Py_ssize_t", left="Py_ssize_t", before="Py_ssize_t", moment="Py_ssize_t", members=list,
    right="Py_ssize_t", after="Py_ssize_t", first="Py_ssize_t")
cdef list _crossings(list slices, list pitches, list heard, list match)
