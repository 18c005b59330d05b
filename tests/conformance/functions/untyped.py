"""A function without annotations takes any value."""


def double(n):
    return n * 2


print(double(2))
print(double("ab"), double([1]))
