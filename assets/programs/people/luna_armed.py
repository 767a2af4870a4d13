"""Luna with a dead boy's pistol slung before her."""

from assets.programs.people import luna_road, sitting

LOOK = sitting.LOOK
EXPRESSIONS = {name: luna_road.EXPRESSIONS[name] for name in ("neutral", "hard", "hurt")}


def build(expression: str) -> None:
    """She, in one of her expressions, lit and framed."""
    luna_road.build(expression, armed=True)
