def kind(x: float) -> str:
    if isinstance(x, float):
        return "float"
    else:
        return "int"
def kind2(x: float) -> str:
    if isinstance(x, float):
        return "float"
    return "int"
def kind3(x: float) -> str:
    if isinstance(x, int):
        return "int"
    return "float"
def main() -> None:
    print(kind3(1), kind3(1.5))
    print(kind(1), kind(1.5))
    print(kind2(1), kind2(1.5))
main()
