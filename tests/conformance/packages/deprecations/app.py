"""A package whose modules warn about old names, at the places of those who use them."""

import warnings

warnings.simplefilter("always")

from store import helpers  # noqa: E402
import store.old  # noqa: E402

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    helpers.tool(1)
    store.old.total([1, 2])
for w in caught:
    print(w.lineno, w.filename.rpartition("/")[2], w.message)
warnings.filterwarnings("ignore", module="store")
helpers.tool(2)
helpers.indirect()
print(store.old.total(n for n in range(4)))
warnings.filterwarnings("ignore", module="__main__")
helpers.tool(3)
