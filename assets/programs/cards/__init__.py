"""One module for each printed card: print_card() composes its plates and returns the finished picture."""
