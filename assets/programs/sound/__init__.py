"""The programs that compose, synthesise and master what is heard in the game."""
