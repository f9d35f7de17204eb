"""Files in one zip, the same bytes each time."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZIP_STORED, ZipFile, ZipInfo

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The oldest time that a zip can hold; that of making would change it."""


def archive(files: Mapping[PurePosixPath, bytes]) -> bytes:
    """A zip of the files by their paths, in the order given; a PDF is packed already, so it is only stored."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as packed:
        for path, content in files.items():
            packed.writestr(ZipInfo(str(path), FIRST_DAY), content)
    return out.getvalue()
