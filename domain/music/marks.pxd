# C types for `marks.py`.
cimport cython

@cython.final
cdef class Marks:
    cdef readonly list verdicts, grades, played, offsets, semitones, lengths, errors, touches

@cython.locals(found=list, index="Py_ssize_t")
cpdef list timely_offsets(list verdicts, list offsets)

@cython.locals(total="long long", index="Py_ssize_t", best="long long", full="long long")
cdef long long _worth(
    list verdicts, list grades, list lengths, list touches, long long untimely, long long touch_cost) except? -1
