# stdin: first line\nsecond\n\nlast without newline
"""Reading lines with input()."""

count = 0
while True:
    try:
        line = input()
    except EOFError as error:
        print("end:", error)
        break
    count += 1
    print(count, repr(line))
print(count, "lines")
