"""utf-16 and utf-32 in both directions, with every error handler."""

TEXTS = ["", "abc", "é€", "😀x𝒜", "\ufeffz", "a\ud800b", "\udc80\udcff", "\ud83d\ude00"]
ENCODINGS = ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "UTF_32_BE", "u16", "ascii", "latin-1"]
HANDLERS = ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogatepass", "surrogateescape"]


def main() -> None:
    for encoding in ENCODINGS:
        for text in TEXTS:
            for errors in HANDLERS:
                if encoding == "u16" or (errors in ("surrogatepass", "surrogateescape") and encoding in ("ascii", "latin-1")):
                    continue
                try:
                    print(encoding, errors, ascii(text), text.encode(encoding, errors))
                except UnicodeEncodeError as error:
                    print(encoding, errors, ascii(text), error.start, error.end, error.reason, error.encoding)
    datas = [b"", b"a", b"a\0", b"\xff\xfea\0", b"\xfe\xff\0a", b"\xff\xfe\0\0a\0\0\0", b"\0\0\xfe\xff\0\0\0a", b"\0\xd8a\0", b"a\0\0\xd8", b"\0\xdc\0\xd8",
             b"\x3d\xd8\x00\xde", b"a\0\0\0b", b"\0\0\x11\0", b"\0\xd8\0\0", b"\0\0\0a\0\0\xd8\0"]
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"):
        for data in datas:
            for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogatepass"):
                if errors == "surrogatepass" and len(data) % 4:
                    continue
                try:
                    print(encoding, errors, data, ascii(data.decode(encoding, errors)))
                except UnicodeDecodeError as error:
                    print(encoding, errors, data, error.start, error.end, error.reason)


main()
