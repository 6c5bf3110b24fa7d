# C types for `align.py`: of what runs once for each note. The rest stays Python's.
cimport cython

@cython.locals(found=list, place="Py_ssize_t")
cpdef list written_ones(list match, Py_ssize_t count)

@cython.locals(place="Py_ssize_t")
cpdef list places_without(list found)

@cython.locals(
    found=set, gone=list, line_at=list, slice_of=list, pitches=list, missed=dict, onsets=list, heard=list,
    index="Py_ssize_t", place="Py_ssize_t")
cdef set _undecided(object score, object notes, list match, object line)

@cython.locals(
    match=list, onsets=list, heard=list, slice_of=list, pitches=list, at=list, reach=list, index="Py_ssize_t",
    place="Py_ssize_t", other="Py_ssize_t", moment="Py_ssize_t", now="long long", expected="long long", near="long long",
    wanted="Py_ssize_t", key="Py_ssize_t")
cdef tuple _sure(object score, object notes, object line, list first, list last)

@cython.locals(index="Py_ssize_t")
cpdef list not_played(list struck, list match)

@cython.locals(made="Py_ssize_t", position="Py_ssize_t", place="Py_ssize_t")
cdef Py_ssize_t _made(list way) except -1

@cython.locals(found=list, position="Py_ssize_t", index="Py_ssize_t")
cdef list _placed(list way, list struck, Py_ssize_t count)

@cython.locals(onsets=list, pitches=list, order=list, start="Py_ssize_t", place="Py_ssize_t", now="long long",
    before="long long", together="long long")
cpdef list in_chords(object notes)

@cython.locals(stroke_of=list, position="Py_ssize_t", index="Py_ssize_t", place="Py_ssize_t")
cdef list _by_stroke(list order, list struck, list match, Py_ssize_t count)

@cython.locals(
    slice_of=list, line_at=list, line_reach=list, onsets=list, near=list, ats=list, reaches=list, place="Py_ssize_t",
    index="Py_ssize_t", used="Py_ssize_t", start="Py_ssize_t", since="long long", until="long long",
    position="Py_ssize_t", at="long long", reach="long long")
cdef Py_ssize_t _match_pitch(list indices, list heard, object score, object notes, object line, list match) except -1

@cython.locals(stop="Py_ssize_t", index="Py_ssize_t", row="Py_ssize_t", column="Py_ssize_t")
cdef Py_ssize_t _match_group(
    list indices, Py_ssize_t start, Py_ssize_t end, list ats, list reaches, long long since, long long until,
    list heard, list near, Py_ssize_t place, list match) except -1

@cython.locals(other="Py_ssize_t", now="long long")
cdef Py_ssize_t _from(list near, Py_ssize_t place, long long time) except -1

@cython.locals(found=list, place="Py_ssize_t", key="long long")
cdef list _places_of(list pitches, long long pitch)

@cython.locals(
    written=list, pitches=list, heard=list, place="Py_ssize_t", count="Py_ssize_t", first=list, last=list,
    made="Py_ssize_t")
cdef tuple _orders(object score, object notes, list order, bint octaves)
