"""Which names a trainee's records hang on, what they were when the course was last published, and where each went."""
