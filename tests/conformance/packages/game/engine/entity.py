from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar


@dataclass
class Entity:
    name: str
    glyph: str
    parts: dict[str, Any] = field(default_factory=dict, repr=False)
    number: int = field(init=False)
    made: ClassVar[int] = 0

    def __post_init__(self) -> None:
        Entity.made += 1
        self.number = Entity.made

    def get(self, part: str, default: Any = None) -> Any:
        return self.parts.get(part, default)

    def __getitem__(self, part: str) -> Any:
        try:
            return self.parts[part]
        except KeyError:
            raise AttributeError(f"{self.name} has no {part}") from None

    def __setitem__(self, part: str, value: Any) -> None:
        self.parts[part] = value

    def __contains__(self, part: str) -> bool:
        return part in self.parts
