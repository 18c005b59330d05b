__all__ = ["CsvLike", "Tsv"]
loaded: list[str] = []
from .csv_like import CsvLike  # noqa: E402
from .tsv import Tsv, hidden as _hidden  # noqa: E402

loaded.append(_hidden)
