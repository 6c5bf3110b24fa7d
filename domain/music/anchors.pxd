# C types for `anchors.py`: of what runs once for each moment.
cimport cython

@cython.locals(
    slices=list, alone=list, moments=list, found=list, moment="Py_ssize_t", index="Py_ssize_t", place="Py_ssize_t")
cpdef tuple struck_at(object score, list onsets, list match)

@cython.locals(found=list, before="Py_ssize_t", place="Py_ssize_t", moment="Py_ssize_t")
cdef list _apart(list moments, Py_ssize_t first)

@cython.locals(
    slices=list, alone=list, moments=list, found=list, moment="Py_ssize_t", index="Py_ssize_t", members=list,
    place="Py_ssize_t", other="Py_ssize_t", early="long long", late="long long", apart="long long")
cdef tuple _agreed(object score, list onsets, list first, list last)

@cython.locals(at=list, index="Py_ssize_t")
cdef object _middle_onset(list members, list onsets, list match)
