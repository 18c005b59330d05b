"""string, textwrap-free helpers, operator."""

import operator
import string

print(string.ascii_lowercase, string.digits, string.hexdigits, string.punctuation)
print(operator.add(2, 3), operator.mul(4, 5), sorted([(1, "b"), (2, "a")], key=operator.itemgetter(1)))
