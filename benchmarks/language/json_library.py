"""The json module: nested values to text and back (pyperformance "json_dumps", "json_loads")."""

from __future__ import annotations

import json
from typing import Any

from measuring import measure


def value(records: int) -> dict[str, Any]:
    items: list[Any] = []
    for i in range(records):
        items.append(
            {
                "id": i,
                "name": f"record number {i}",
                "ratio": i / 8,
                "flags": [True, False, None],
                "nested": {"a": [i, i + 1, i + 2], "é": 'line\nbreak "quoted"', "big": 10**20 + i},
            }
        )
    return {"count": records, "items": items}


def run() -> bool:
    before = value(300)
    text = json.dumps(before)
    after = json.loads(text)
    return len(text) == 55876 and after["items"][299]["nested"]["big"] == 10**20 + 299 and after == before


if __name__ == "__main__":
    measure(run)
