"""What `check` tells of whole courses besides their problems, as tables that people read in a terminal."""
