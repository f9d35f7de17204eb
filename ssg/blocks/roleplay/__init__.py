"""Role-play: a branching conversation with meters, skills, coach notes and endings."""

from ssg.blocks.kind import BlockKind
from ssg.blocks.roleplay.scene import parse

KIND = BlockKind(name="roleplay", words=("roleplay",), parse=parse, shares=("clock", "voice"))
