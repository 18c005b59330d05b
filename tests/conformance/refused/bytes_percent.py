# expect-refusal: unsupported
print(b"%d," % 5)
