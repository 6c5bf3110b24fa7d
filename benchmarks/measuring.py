"""What the measurements share: medians with their spread, and one way to print them."""

from __future__ import annotations

import json
import statistics
from collections.abc import Mapping, Sequence
from typing import Any


def spread(values: Sequence[float]) -> dict[str, float]:
    """Median, least and most of some runs. Raises ValueError without a value."""
    if not values:
        raise ValueError("nothing was measured")
    return {"median": statistics.median(values), "min": min(values), "max": max(values), "runs": len(values)}


def quantile(values: Sequence[float], share: float) -> float:
    """The value that `share` (0-1) of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def show(name: str, figures: Mapping[str, Any], *, as_json: bool) -> None:
    """Print the figures: one JSON object, or a line each."""
    if as_json:
        print(json.dumps({"bench": name, **figures}))
        return
    print(name)
    for label, value in figures.items():
        print(f"  {label:<44} {written(value)}")


def written(value: object) -> str:
    """A figure for people; a spread as `median (min - max)`."""
    if isinstance(value, Mapping) and "median" in value:
        return f"{value['median']:.4g} ({value['min']:.4g} - {value['max']:.4g}, {value['runs']} runs)"
    return f"{value:.4g}" if isinstance(value, float) else str(value)
