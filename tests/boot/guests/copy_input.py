count = 0
try:
    while True:
        line = input()
        count += 1
        print(line)
except EOFError:
    print("lines", count)
