# expect-refusal: no-files
"""Files, opened by codecs."""

import codecs

with codecs.open("notes.txt", "r", "utf-8") as notes:
    print(notes.read())
