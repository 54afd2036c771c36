#include "CADBC.h"

// The layouts that the specifications fix, checked where pointers have 64 bits.
#if UINTPTR_MAX == UINT64_MAX
_Static_assert(sizeof(struct ArrowSchema) == 72, "layout of ArrowSchema");
_Static_assert(sizeof(struct ArrowArray) == 80, "layout of ArrowArray");
_Static_assert(sizeof(struct ArrowArrayStream) == 40, "layout of ArrowArrayStream");
_Static_assert(sizeof(struct AdbcError) == 48, "layout of AdbcError");
_Static_assert(sizeof(struct AdbcDriver) == 58 * sizeof(void *), "layout of AdbcDriver");
#endif
