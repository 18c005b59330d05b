# expect-refusal: no-files
"""There is no file system yet."""

with open("data.txt", encoding="utf-8") as lines:
    for line in lines:
        print(line)
