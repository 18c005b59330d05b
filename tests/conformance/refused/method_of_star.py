# expect-refusal: unsupported
"""A method that finds its object among `*args`."""

from typing import Any


class Settings:
    def merged(*args: Any, **values: Any) -> dict[str, Any]:
        return {"of": type(args[0]).__name__, **values}


settings: Any = Settings()
print(settings.merged(self="eggs"))
