"""What users of the package see."""

from .model import Message, Priority
from .router import Router

__version__ = "1." + str(len(__name__))
__all__ = ["Message", "Priority", "Router"]
