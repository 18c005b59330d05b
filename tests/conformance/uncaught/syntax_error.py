def read(text: str) -> None:
    raise SyntaxError("invalid setting", ("app.conf", 3, 5, text))


read("a = = 1\n")
