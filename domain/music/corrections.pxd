# C types for `corrections.py`: of what runs once for each note.
cimport cython

@cython.locals(found=list, index="Py_ssize_t", place="Py_ssize_t")
cdef list _moments_of(list slice_of, list match, Py_ssize_t count)

@cython.locals(found=list, place="Py_ssize_t", moment="Py_ssize_t")
cdef list _placed(list moment_of)
