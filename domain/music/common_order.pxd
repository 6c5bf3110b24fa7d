# C types for `common_order.py`; the long integers of the table stay Python's.
cimport cython

@cython.locals(
    goal="Py_ssize_t", apart="Py_ssize_t", step="Py_ssize_t", used="Py_ssize_t", ways=list, before=list, row=list)
cdef list _ways(list left, list right)

@cython.locals(n="Py_ssize_t", m="Py_ssize_t")
cdef Py_ssize_t _slide(list left, list right, Py_ssize_t i, Py_ssize_t j) except -1

@cython.locals(
    found=list, before=list, i="Py_ssize_t", j="Py_ssize_t", apart="Py_ssize_t", step="Py_ssize_t",
    dropped="Py_ssize_t", skipped="Py_ssize_t", turn="Py_ssize_t")
cdef list _walked_back(list ways, Py_ssize_t n, list names)
