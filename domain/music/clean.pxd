# C types for `clean.py`.
cimport cython

@cython.locals(found=list, place="Py_ssize_t", now="long long", expected="long long")
cdef list _offsets(list onsets, list written)

@cython.locals(
    grades=list, much="long long", some="long long", little="long long", points="long long", place="Py_ssize_t",
    distance="long long", near="long long", wide="long long", widest="long long")
cdef tuple _grades(list offsets, list perfect, list good, list ok)

@cython.locals(
    count="Py_ssize_t", verdicts=list, errors=list, wrong="Py_ssize_t", place="Py_ssize_t", released="long long",
    most="long long", error="long long", length="long long")
cdef tuple _lengths(list onsets, list releases, list wanted, list allowed, long long judged)
