"""Paper: packs that a trainer carries into the room, as PDF or as pages that any browser prints."""
