# C types for `pairing.py`.
cimport cython

cdef int _SKIP, _KEEP, _PAIR

@cython.locals(count="Py_ssize_t", low=list, high=list, row="Py_ssize_t")
cpdef list spans(list wanted, list reach, list heard)

@cython.locals(
    before=list, base="Py_ssize_t", ways=list, row="Py_ssize_t", start="Py_ssize_t", end="Py_ssize_t",
    top="Py_ssize_t", left_over="long long", prices=list, total="long long", sums=list, way=list,
    column="Py_ssize_t", skip="long long", price="long long", pair="long long", best="long long")
cpdef list cheapest_pairs(list reach, list within, list costs, Py_ssize_t heard)

@cython.locals(pairs=list, row="Py_ssize_t", low="Py_ssize_t", way=list)
cdef list _traced(list ways, list within, Py_ssize_t column)
