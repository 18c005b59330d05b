"""finally blocks run before the traceback is printed."""


def work() -> None:
    try:
        print("working")
        raise OSError(5, "device broke")
    finally:
        print("cleaning up")


work()
