"""The settings that name objectives or skills: ``- 目标：EI-01、EI-02``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ssg.model import Mention
from ssg.parse.context import Context
from ssg.parse.settings import Settings


def read_mentions(settings: Settings, key: str, context: Context) -> Sequence[Mention]:
    """What the setting names, each with its place; whether there is such an objective only the course knows."""
    setting = settings.get(key)
    names = [name.strip() for name in re.split("[、，,；;]", setting.text)] if setting else []
    return [Mention(name=name, span=context.span(setting.span.line, name)) for name in names if name and setting]
