"""What prose may hold beyond CommonMark: one rule of the Markdown reader a module, and how its tokens are printed."""
