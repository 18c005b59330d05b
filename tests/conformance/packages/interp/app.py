# stdin: let x = 3;\nlet y = x * (2 + 4) - -1;\nprint y, x;\nfn sq(n) { return n * n; }\nprint sq(y);\nfn fib(n) { if n < 2 { return n; } return fib(n - 1) + fib(n - 2); }\nprint fib(15);\nlet i = 0; let s = "";\nwhile i < 5 { s = s + i; i = i + 1; if i == 4 { break; } }\nprint s, i;\nfn make(n) { fn add(m) { n = n + m; return n; } return add; }\nlet a = make(10); a(5); print a(1), make(0)(2);\nprint "a" < "b", true == 1, not false;\nfn deep(n) { return boom(n); }\nprint undefined_thing;\nprint deep(1);\nprint sq(1, 2);\nprint 1 / 0;\nprint sq;\n
"""A language in a package: lexer, parser, tree, evaluator; errors know where they are."""

import sys

from lang import LangError, run

source = sys.stdin.read()
out: list[str] = []
code = run(source, out.append)
print(*out, sep="\n")
for broken in ("let = 3;", "print (1;", "fn f( { }", '"open', "print 1 +;", "if { }", "let x = 1"):
    try:
        run(broken, print)
    except LangError as error:
        print(f"{broken!r}: {error}", error.kind)
sys.exit(code)
