# expect-refusal: syntax
"""What CPython's compiler refuses beyond its grammar."""


def kind(x: object) -> str:
    match x:
        case anything:
            return f"{anything}"
        case 3:
            return "three"


print(kind(3))
