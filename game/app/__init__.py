"""The program around the story: reading, rollback, saves, what a player remembers. Knows no screen."""
