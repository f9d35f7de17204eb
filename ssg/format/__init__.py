"""House style: a chapter rewritten line by line, with the same meaning. The one parser says what each line is."""
