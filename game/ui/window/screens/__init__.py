"""What each screen does: intents in, trees out. No pygame, no clock: time comes in as seconds."""
