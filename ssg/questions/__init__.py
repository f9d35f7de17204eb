"""Question types: one kind a module, found by ``ssg.catalog.collect``."""
