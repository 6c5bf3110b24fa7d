# C types for `windows.py`.
cimport cython

@cython.final
cdef class Windows:
    cdef long long perfect, good, ok, gap_percent, beat_percent, beat_most

    @cython.locals(perfect="long long", good="long long", ok="long long", most="long long")
    cpdef (long long, long long, long long) widths(self, long long gap, long long beat)
