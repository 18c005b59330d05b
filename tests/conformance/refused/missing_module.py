# expect-refusal: import-not-found
"""A module that is not there."""

import ctypes

print(ctypes.sizeof(ctypes.c_int))
