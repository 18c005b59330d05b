# stdin: Ada\n36\n
"""input with a prompt."""

name = input("name? ")
age = int(input("age? "))
print(f"\n{name} will be {age + 1}")
