"""An interpreter of a small language."""

PROGRAM = "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++."


def run(program: str) -> str:
    jumps: dict[int, int] = {}
    stack: list[int] = []
    for i, c in enumerate(program):
        if c == "[":
            stack.append(i)
        elif c == "]":
            j = stack.pop()
            jumps[i], jumps[j] = j, i
    tape = bytearray(100)
    out: list[str] = []
    at = pc = 0
    while pc < len(program):
        c = program[pc]
        if c == ">":
            at += 1
        elif c == "<":
            at -= 1
        elif c == "+":
            tape[at] = (tape[at] + 1) % 256
        elif c == "-":
            tape[at] = (tape[at] - 1) % 256
        elif c == ".":
            out.append(chr(tape[at]))
        elif c == "[" and tape[at] == 0 or c == "]" and tape[at] != 0:
            pc = jumps[pc]
        pc += 1
    return "".join(out)


print(run(PROGRAM), end="")
print(len(run("+[+.]")))
