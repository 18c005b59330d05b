import settings as conf
from settings import level as snapshot

calls: list[str] = []


def work(n: int) -> str:
    retries = conf.get("retries")
    assert isinstance(retries, int)
    calls.append(conf.level)
    return f"{conf.level}:{n * retries}"


def level_now() -> tuple[str, str]:
    return conf.level, snapshot


def seen() -> dict[str, object]:
    return conf.computed
