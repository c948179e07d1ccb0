"""Office files are zip archives: the same parts give the same bytes, whatever the hour."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MOMENT = datetime(2026, 1, 1)
"""What the properties of every file say about when it was made."""


def settled(archive: bytes) -> bytes:
    """The archive with the same parts in the same order, without the time at which it was written."""
    out = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(out, "w", ZIP_DEFLATED, compresslevel=6) as new:
        for name in old.namelist():
            info = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type, info.external_attr, info.create_system = ZIP_DEFLATED, 0o600 << 16, 0
            new.writestr(info, old.read(name))
    return out.getvalue()
