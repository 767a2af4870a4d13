"""What the commands need to be given, so that a test can call each."""

NEEDED = {
    "replay": ["a.replay.yaml"],
    "rename": ["scene", "door", "gate"],
    "diff": ["HEAD"],
    "new": ["story"],
    "export": ["--text", "-"],
}
"""The arguments that a command is not without."""
