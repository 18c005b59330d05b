from . import errors
from .core import Pipeline, Row

__all__ = ["Pipeline", "Row", "errors"]
