# C types for `windows.py`.
cimport cython

@cython.final
cdef class Windows:
    cdef long long perfect, good, ok, gap_percent, beat_percent, beat_most

    cpdef (long long, long long, long long) with_click(self, long long gap)

    @cython.locals(ok="long long")
    cpdef (long long, long long, long long) in_own_tempo(self, long long gap, long long beat)

    @cython.locals(most="long long")
    cdef (long long, long long, long long) _cut(
        self, long long gap, long long perfect, long long good, long long ok)
