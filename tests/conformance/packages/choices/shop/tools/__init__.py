print("tools starts")
from .text import title
from ..settings import DEBUG as _DEBUG

_private = 1
