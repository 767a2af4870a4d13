"""The beds: what a place sounds like while nobody speaks, each a ring without a seam."""
