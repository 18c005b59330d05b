"""if chains as a small interpreter."""


def run(program: list[tuple[str, int]]) -> list[int]:
    stack: list[int] = []
    counter = 0
    steps = 0
    while 0 <= counter < len(program) and steps < 200:
        steps += 1
        name, value = program[counter]
        counter += 1
        if name == "push":
            stack.append(value)
        elif name == "add":
            stack.append(stack.pop() + stack.pop())
        elif name == "mul":
            stack.append(stack.pop() * stack.pop())
        elif name == "dup":
            stack.append(stack[-1])
        elif name == "jump_if_less":
            if stack[-1] < value:
                counter = 1
        else:
            raise ValueError(f"unknown instruction {name}")
    return stack


print(run([("push", 1), ("dup", 0), ("add", 0), ("jump_if_less", 1000)]))
print(run([("push", 2), ("push", 3), ("mul", 0)]))
try:
    run([("halt", 0)])
except ValueError as error:
    print(error)
