"""A traceback through two files."""

from helper import start

print("starting")
start([1, 2, 0])
