# C types for `stutters.py`: of what runs for each stroke around one that has no place.
cimport cython

@cython.locals(found=list, last="Py_ssize_t", start="Py_ssize_t", same="Py_ssize_t")
cdef list _come_again(list heard, list starts, Py_ssize_t count, Py_ssize_t step)

@cython.locals(found=list, place="Py_ssize_t", position="Py_ssize_t")
cdef list _without_place(list match)
