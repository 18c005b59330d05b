"""shlex: split, join, quote, and the class with its switches."""

import io
import shlex

LINES = [
    "echo hello world", "a 'b c' \"d e\"", "x\\ y z", "'it'\"'\"'s'", "a\"b\"c", "\"a\\\"b\\$c\\\\\"", "'a\\b'", "# comment",
    "a # b", "a#b", "", "   ", "''", "\"\"x", "a\tb\nc", "key=value --opt=\"v w\"", "été 'ñ'", "a;b|c && d > e", "~/x *.py", "a\\\nb",
]  # fmt: skip


def tokens(text: str, **_: object) -> list[str]:
    return list(shlex.shlex(text))


def main() -> None:
    for line in LINES:
        print(repr(line), shlex.split(line), shlex.split(line, comments=True))
        try:
            print("   ", shlex.split(line, posix=False), tokens(line))
        except ValueError as error:
            print("   ", error)
    for bad in ("'open", '"open', "back\\", "a 'b"):
        try:
            print(shlex.split(bad))
        except ValueError as error:
            print(repr(bad), error)
    for word in ("plain", "", "two words", "it's", "$HOME", "a/b-c_d.e", "é", "a\nb", "@%+=:,./-"):
        print(shlex.quote(word), shlex.split(shlex.quote(word)) == [word])
    command = ["grep", "-e", "a b", "file name.txt", "'"]
    print(shlex.join(command), shlex.split(shlex.join(command)) == command)
    lexer = shlex.shlex("a && b || c; d >> 'e f' | (g)", punctuation_chars=True)
    print(list(lexer), lexer.punctuation_chars)
    lexer = shlex.shlex("~/a && b-c --color=auto", posix=True, punctuation_chars=True)
    print(list(lexer))
    lexer = shlex.shlex(io.StringIO("one two\n'three four'\n# five\nsix"), "config", posix=True)
    lexer.whitespace_split = True
    print(lexer.get_token(), lexer.lineno, lexer.error_leader())
    lexer.push_token("pushed")
    print(list(lexer), lexer.lineno, lexer.get_token())
    lexer = shlex.shlex("a,b;c", posix=True)
    lexer.whitespace += ",;"
    print(list(lexer))


main()
