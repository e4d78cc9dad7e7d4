"""Why each problem is one, with an example of the mistake and of its mending. What it is says `codes.CODES`."""

from summits.explanations.alone import FILES, RECORDS
from summits.explanations.explanation import Explanation
from summits.explanations.together import TABLES, TOGETHER

EXPLANATIONS: dict[str, Explanation] = {**FILES, **RECORDS, **TOGETHER, **TABLES}

__all__ = ["EXPLANATIONS", "FILES", "Explanation"]
