"""The state space of a story, as small as it can be told and in arrays. Knows nothing of verdicts or files."""
