"""The programs that make every picture of the game; the game itself never imports them."""
