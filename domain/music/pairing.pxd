# C types for `pairing.py`.
cimport cython

cdef int _SKIP, _KEEP, _PAIR

@cython.locals(
    count="Py_ssize_t", size="Py_ssize_t", starts=list, ends=list, place="Py_ssize_t", row="Py_ssize_t",
    limit="long long", far="long long", now="long long")
cpdef tuple spans(list wanted, list reach, list heard)

@cython.locals(
    starts=list, ends=list, costs=list, row="Py_ssize_t", at="long long", far="long long", prices=list,
    column="Py_ssize_t", now="long long", distance="long long")
cpdef list nearest_pairs(list wanted, list reach, list heard)

@cython.locals(
    before=list, base="Py_ssize_t", ways=list, row="Py_ssize_t", start="Py_ssize_t", left_over="long long",
    prices=list, top="Py_ssize_t", count="Py_ssize_t", total="long long", sums=list, way=list, place="Py_ssize_t",
    aside="long long", skip="long long", price="long long", pair="long long", best="long long")
cpdef list cheapest_pairs(list reach, list starts, list costs, Py_ssize_t heard)

@cython.locals(pairs=list, row="Py_ssize_t", low="Py_ssize_t", way=list)
cdef list _traced(list ways, list starts, Py_ssize_t column)
