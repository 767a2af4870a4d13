"""What a story is: frozen values that know nothing of YAML, screens or play."""
