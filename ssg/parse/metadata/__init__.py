"""What a course and its chapters say of themselves: ``course.yaml`` and front matter, read with their places."""
