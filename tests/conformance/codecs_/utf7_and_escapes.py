"""UTF-7 and the escape codecs: round trips, lone surrogates in literals, what each error handler makes of broken data."""

def attempt(data: bytes, encoding: str, errors: str = "strict") -> None:
    try:
        print(encoding, errors, data, ascii(data.decode(encoding, errors)))
    except UnicodeDecodeError as error:
        print(encoding, errors, data, error, error.start, error.end, error.encoding)


texts = ["A\u2262\u0391.", "Hi Mom -\u263a-!", "\u65e5\u672c\u8a9e", "Item 3 is \u00a31.", "+", "+-", "+?", r"\?", "+?", r"\\?", "++--", "\U000abcde",
         "/", "tab\tnl\n\x00~ 'q' \"d\" \x7f\x80\xff", "\ud801", "\udc01x", "\ud801\U000abcde", "a\\b", "\u00e9-", "\u00e9a", "\u00e9 ", ""]
for text in texts:
    for encoding in ("utf-7", "unicode_escape", "raw-unicode-escape", "UTF-7"):
        coded = text.encode(encoding)
        print(ascii(text), encoding, coded, ascii(coded.decode(encoding)))
for data in (b"+\xc1", b"+\xc1x", b"a\xffb", b"+@", b"+", b"+-", b"+AGE-b", b"+AGE", b"+A", b"+AGF-x", b"+2AE-x", b"+2AE", b"+2AHab9ze-", b"~\\",
             b"+AG!x", b"+/+", b"+AGEAYg", b"+2AE\xc1"):
    for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
        attempt(data, "utf-7", errors)
for data in (b"\\", b"a\\x4", b"\\101\\7\\08", b"\\u12", b"\\u20ac\\U0001f600", b"\\U00110000", b"\\Uffffffff",
             b"\\N{EURO SIGN}", b"\\N{foo}xx", b"\\N", b"\\N{", b"\\N{}", b"\\N{euro sign", b"line\\\nnext", b"\xe9\\", b"\\u12zz", b"\\xg", b"\\\\u20ac"):
    for errors in ("strict", "ignore", "replace", "backslashreplace"):
        attempt(data, "unicode-escape", errors)
        attempt(data, "raw_unicode_escape", errors)
for data in (b"\xff\xfea", b"a"):
    for errors in ("ignore", "surrogateescape"):
        attempt(data, "utf-16", errors)
