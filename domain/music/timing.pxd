# C types for `timing.py`: of what runs once for each moment.
cimport cython

@cython.locals(
    count="Py_ssize_t", rises=list, runs=list, ratios=list, found_rises=list, found_runs=list, window=list,
    place="Py_ssize_t", newest="long long", near="long long")
cpdef object paces(object struck)

@cython.locals(
    rises=list, runs=list, ratios=list, count="Py_ssize_t", none="Py_ssize_t", before="long long", left="long long", place="Py_ssize_t",
    now="long long", here="long long", ratio="long long")
cdef tuple _steps(list at, list written)

@cython.locals(place="Py_ssize_t", other="long long")
cdef Py_ssize_t _place_in(list window, long long ratio) except -1

@cython.locals(none="Py_ssize_t", tempi="Py_ssize_t", middle="Py_ssize_t", ratio="long long")
cdef long long _middle_but(list window, long long own) except? -2

@cython.locals(
    tenths="long long", least="long long", at=list, written=list, restarts=list, rises=list, runs=list, found=list,
    rise="long long", run="long long", before="long long", left="long long", place="Py_ssize_t", now="long long",
    here="long long", restart="long long", gap="long long", usual="long long", ok="long long", free=list,
    moments=list, late="long long", left_out="bint", hesitated="bint", after="long long", since="long long")
cpdef list waits(object struck, object pace, object rules)

@cython.locals(
    at=list, written=list, restarts=list, pauses=list, expected=list, shift="long long", ok="long long",
    place="Py_ssize_t", now="long long", here="long long", pause="long long", late="long long",
    apart="long long")
cpdef object with_click(object struck, object rules)

@cython.locals(
    here="long long", now="long long", one="long long", two="long long", three="long long", four="long long",
    low="long long", high="long long")
cdef long long _amidst(list at, list written, Py_ssize_t place) except? -1

@cython.locals(since="long long", until="long long", left="long long", right="long long")
cdef long long _opinion(
    list at, list written, long long here, Py_ssize_t before, Py_ssize_t after) except? -1

@cython.locals(
    times=list, slices=list, alone=list, moments=list, written=list, at=list, moment="Py_ssize_t", members=list,
    place="Py_ssize_t", index="Py_ssize_t", found=list)
cpdef object struck_moments(object score, list onsets, list match, object again=*, object corrected=*)

@cython.locals(last="Py_ssize_t")
cpdef long long middle(list found) except? -1
