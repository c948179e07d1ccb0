"""The group sizes as data: what a band of people adds in minutes, and by which method they talk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.compose.plan import Bounds
from generator.library.reader import load_own


@dataclass(frozen=True)
class GroupBand:
    """Groups of up to ``most`` people."""

    most: int
    shortest: int
    """Shortest session, in minutes, for a group of this size."""
    added: Mapping[str, int]
    less: Mapping[str, str]
    methods: Mapping[str, Mapping[int, str]]
    """Column -> from how many minutes -> key of methods.groups in the catalogue."""

    def adjust(self, group: str, bounds: Bounds) -> Bounds:
        """The bounds of a row for this band; ``group`` is the row's column in groups.yml."""
        usual = bounds.usual
        if group in self.less:
            usual = max(bounds.least, usual - usual // 5)
        extra = self.added.get(group, 0)
        return Bounds(bounds.least + extra, usual + extra, bounds.most + extra)

    def method(self, group: str, minutes: int) -> str:
        """Key of the method for a row of this column that has these minutes."""
        return self.methods[group][max(start for start in self.methods[group] if start <= minutes)]


@cache
def group_bands() -> tuple[GroupBand, ...]:
    """The bands of groups.yml, beside this module, smallest first."""
    return tuple(
        GroupBand(
            most=int(band["most"]),
            shortest=int(band.get("from", 0)),
            added={group: int(minutes) for group, minutes in band.get("add", {}).items()},
            less=band.get("less", {}),
            methods={
                group: {int(start): key for start, key in starts.items()} for group, starts in band["method"].items()
            },
        )
        for band in load_own(Path(__file__).with_name("groups.yml"))
    )


def band_for(people: int) -> GroupBand | None:
    """The band of a group size; None above the largest."""
    return next((band for band in group_bands() if people <= band.most), None)
