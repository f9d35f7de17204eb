"""Templates that were compiled before are found again."""

from __future__ import annotations

from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

from ssg.cache import keep, name_of, recall


class Compiled(BytecodeCache):
    """Jinja's code of templates, by their text and the code that sets up their environment."""

    def __init__(self, code: Path) -> None:
        self.code = code

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if its template was compiled before."""
        known = recall(self._name(bucket))
        if known is not None:
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in the bucket."""
        keep(self._name(bucket), bucket.bytecode_to_string())

    def _name(self, bucket: Bucket) -> str:
        return name_of(bucket.key, bucket.checksum, code=self.code)
