from __future__ import annotations

print("text starts")


def title(text: str) -> str:
    return text.title()
