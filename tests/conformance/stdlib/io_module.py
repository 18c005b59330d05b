"""io.StringIO and io.BytesIO."""

import io

text = io.StringIO()
text.write("hello ")
print("world", file=text)
print(repr(text.getvalue()), text.tell())
reader = io.StringIO("one\ntwo\nthree")
print(repr(reader.readline()), repr(reader.read(2)), reader.read(), repr(reader.read()))
print([line.strip() for line in io.StringIO("a\nb\n")])
data = io.BytesIO(b"abcdef")
print(data.read(2), data.read(), data.getvalue())
data.write(b"!")
print(data.getvalue())

plain = io.StringIO("text")
print(plain.encoding, plain.errors, plain.line_buffering)
