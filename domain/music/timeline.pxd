# C types for `timeline.py`. What does not fit into 64 bits raises OverflowError, and the source is asked (`fast_judge`).
cimport cython

@cython.locals(sample=list, place="Py_ssize_t", low="long long", high="long long", below="Py_ssize_t", amidst=list)
cpdef object ranked(list values, Py_ssize_t rank)

@cython.locals(below="Py_ssize_t", found=list, value="long long")
cdef tuple _between(list values, long long low, long long high)

@cython.locals(count="Py_ssize_t", place="Py_ssize_t", now="long long", here="long long", before="long long", left="long long",
    ways=list)
cpdef tuple slope(list moments, list at, list written)

@cython.locals(
    count="Py_ssize_t", size="Py_ssize_t", place="Py_ssize_t", found=list, reach=list, rise="long long",
    run="long long", start="Py_ssize_t", end="Py_ssize_t", since="long long", until="long long", base="long long",
    ahead="long long", usual="long long", tail="Py_ssize_t", waited="long long",
    near="long long", farthest="long long")
cpdef object timeline(list moments, list at, list written, tuple span, object tempo=*)

@cython.locals(base="long long", run="long long", rise="long long", between="Py_ssize_t", way="long long", at="long long", far="long long")
cdef Py_ssize_t _line(
    list found, list reach, list written, Py_ssize_t start, long long since, Py_ssize_t end, long long until,
    long long waited) except -1

@cython.locals(
    last="Py_ssize_t", place="Py_ssize_t", found=list, past="long long", now="long long", coming="long long",
    left="long long", here="long long", right="long long", before="long long", after="long long")
cdef list _uneven(list moments, list at, list written)

@cython.locals(place="Py_ssize_t", value="long long", before="long long")
cpdef Py_ssize_t first_fall(list values) except -1
