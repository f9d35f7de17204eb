"""Coursewright: courseware Markdown in, an offline interactive course out."""

__version__ = "0.1.0"
