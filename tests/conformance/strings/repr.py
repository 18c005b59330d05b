"""repr of strings: quotes and escapes."""

for text in ("plain", "it's", 'say "hi"', "both ' and \"", "tab\t nl\n cr\r bs\\", "\x00\x01\x1f\x7f", "é", "日", "😀", "\x80\x9f\xa0\xad", "\u200b\ue000", ""):
    print(repr(text), ascii(text))
print(["a", "b'c"], ("x\n",), {"k": "v'"})
print(str("s"), f"{'it is'!r}", f"{'x':>4}|")
