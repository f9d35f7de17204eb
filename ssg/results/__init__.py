"""Results files that learners hand in: read without trusting them, computed again, held against the course."""
