"""JSON documents as bytes: UTF-8, UTF-16 and UTF-32, with and without byte order marks."""

import json

DOCUMENTS = ['"☀"', "5", "[1, 2.5, null]", '{"key": "värde"}', '"\U0001f600"', "", "  true ", "12"]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]


def main() -> None:
    for document in DOCUMENTS:
        for encoding in ENCODINGS:
            if encoding == "utf-8-sig":
                data = b"\xef\xbb\xbf" + document.encode()
            elif encoding in ("utf-16", "utf-32"):
                data = document.encode(encoding)
            else:
                data = document.encode(encoding)
            try:
                print(encoding, repr(json.loads(data)), json.loads(bytearray(data)) == json.loads(data))
            except json.JSONDecodeError as error:
                print(encoding, error)
    for raw in (b"\x007", b"7\x00", b"\x00\x00\x007", b"\xff\xfe7\x00", b"\x00", b"7", b"\xfe\xff\x007"):
        try:
            print(raw, json.loads(raw))
        except (json.JSONDecodeError, UnicodeDecodeError) as error:
            print(raw, type(error).__name__, error)
    try:
        json.loads("\ufeff1")
    except json.JSONDecodeError as error:
        print(error)


main()
