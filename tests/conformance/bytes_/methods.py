"""Methods that bytes shares with str."""

data = b"GET /index.html HTTP/1.1"
print(data.split(), data.split(b" ", 1), data.find(b"/"), data.rfind(b"/"), data.count(b"T"), data.startswith(b"GET"))
print(data.endswith((b"1.0", b"1.1")), data.upper(), data.lower(), data.replace(b"/", b"|"), data.partition(b" "))
print(b"  x ".strip(), b"xxaxx".strip(b"x"), b",".join([b"a", b"b"]), b"a\nb\r\nc".splitlines(), b"12".isdigit(), b"ab".isalpha())
print(data.decode(), data.hex(), bytes.fromhex("48 65 6c"), b"abc".hex(":"), data.index(b"HTTP"), b"x".ljust(3, b"."), b"7".zfill(3))
print(b"a,b".rsplit(b","), b"k: v".rpartition(b": "), b"aXb".swapcase(), b"hello world".title(), b"ab".removeprefix(b"a"))
try:
    print(data.index(b"zzz"))
except ValueError as error:
    print(error)
