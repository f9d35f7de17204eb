"""Block kinds: one kind a module (a package where it is large), found by ``ssg.catalog.collect``."""
