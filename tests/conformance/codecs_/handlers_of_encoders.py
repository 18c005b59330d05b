"""What error handlers make of characters that an encoding does not have."""

handlers = ("ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace")
for text in ("caf\u00e9 \u2603 \U0001f600", "\ua000abcd\u07b4", "\ue000\x80\uac00"):
    for errors in handlers:
        for encoding in ("ascii", "latin-1", "utf-8"):
            print(encoding, errors, text.encode(encoding, errors))
print(
    "\ud800x".encode("utf-8", "namereplace"),
    "\ud800x".encode("utf-16-le", "namereplace"),
    "x\udc80".encode("ascii", "namereplace"),
)
try:
    "\xe9".encode("ascii", "nameless")
except LookupError as error:
    print(error)
