# expect-refusal: no-threads
"""The module `threading`."""

import threading

threading.Thread(target=print, args=("hello",)).start()
