"""The map of a role-play: its nodes and the ways between them as a picture for paper and screen."""

from ssg.blocks.roleplay.map.svg import map_of

__all__ = ["map_of"]
