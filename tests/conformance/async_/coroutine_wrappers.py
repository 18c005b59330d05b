from typing import Any


async def word(text: str) -> str:
    return text


async def steps() -> Any:
    yield 1
    yield 2


class Job:
    def __await__(self) -> Any:
        return word("job").__await__()


async def main() -> str:
    return await Job() + await Job()


def attempt(function: Any, *arguments: Any) -> None:
    try:
        print("gave", function(*arguments))
    except StopIteration as stop:
        print("stopped", stop.value)
    except Exception as error:
        print(type(error).__name__, error)


wrapper: Any = word("once").__await__()
print(repr(wrapper).split(" at ")[0], iter(wrapper) is wrapper)
attempt(wrapper.send, None)
attempt(wrapper.send, None)
attempt(next, wrapper)
attempt(wrapper.throw, KeyError("k"))
wrapper.close()
attempt(list, wrapper)
begun: Any = word("closed").__await__()
begun.close()
attempt(begun.send, None)
attempt(main().send, None)
step: Any = anext(steps(), "default").__await__()
attempt(step.send, None)


def plain() -> Any:
    yield 1


done = plain()
done.close()
attempt(done.send, None)
attempt(next, done, "over")
attempt(done.throw, KeyError("k"))
