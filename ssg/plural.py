"""Words that change with a number: 1 minute, 2 minutes; Arabic has six forms.

The categories are those of Unicode's plural rules (CLDR), which the browser knows by ``Intl.PluralRules``. Here a
language's file of words gives the rule as gettext catalogues do, and the gettext of Python reads it;
``tests/browser/test_plurals.py`` holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from gettext import c2py

Forms = Mapping[str, str]
"""The words for each category: ``{"one": "{n} minute", "other": "{n} minutes"}``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PluralRule:
    """The categories of a language, and which of them a whole number has."""

    categories: Sequence[str]
    index: Callable[[int], int]

    def category(self, number: int) -> str:
        """``one``, ``few``, ``other`` …"""
        return self.categories[self.index(number)]


def plural_rule(language: Mapping[str, str]) -> PluralRule:
    """The rule that the table ``[language]`` of a file of words holds."""
    return PluralRule(categories=language["plurals"].split(), index=c2py(language["plural"]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plural:
    """Words with a form for each category; filled in like plain ones."""

    forms: Forms
    rule: PluralRule

    def format(self, **values: str | int) -> str:
        """The form for the number ``n``, with its gaps filled."""
        return self.forms[self.rule.category(int(values["n"]))].format(**values)
