"""One sample of every kind and question type, in each language."""
