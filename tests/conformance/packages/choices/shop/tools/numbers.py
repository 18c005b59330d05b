from .. import settings
from .text import title


def modern() -> str:
    return title("modern") + str(settings.DEBUG)


def ancient() -> str:
    return "ancient"


def _hidden() -> str:
    return "hidden"
