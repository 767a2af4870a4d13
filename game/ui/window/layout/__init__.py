"""Every screen as a tree of widgets: pure functions from values to `Node`. Knows neither pygame nor time."""
