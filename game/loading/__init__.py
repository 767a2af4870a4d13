"""YAML text to `Story` or diagnostics; the only reader of YAML. Knows nothing of play."""
