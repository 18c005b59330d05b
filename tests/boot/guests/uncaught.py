def divide(a: int, b: int) -> int:
    return a // b


print("before")
divide(1, 0)
