from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.compile import Layout, compile_expression
from game.loading.expressions import parse_condition, parse_effect
from game.loading.scalar import Style, loose
from game.model.expression import Comparison, Literal, Logic, Mark, Marked, VariableValue
from game.model.source import SourceRef
from tests.support.expressions import NAMES, VARIABLES, evaluate, scalar, truths, values

LAYOUT = Layout(
    {variable.name: place for place, variable in enumerate(VARIABLES)},
    {variable.name: variable for variable in VARIABLES},
    {},
)


def codes(source: str) -> list[str]:
    """The codes of all that is wrong with a condition."""
    condition, problems = parse_condition(scalar(source), NAMES)
    assert (condition is None) is bool(problems)
    return [problem.code for problem in problems]


def effect_codes(source: str) -> list[str]:
    """The codes of all that is wrong with an effect."""
    assignment, problems = parse_effect(scalar(source), NAMES)
    assert (assignment is None) is bool(problems)
    return [problem.code for problem in problems]


def hint(source: str) -> str:
    """The hint of the first problem of a condition."""
    _, problems = parse_condition(scalar(source), NAMES)
    return problems[0].hint


@settings(max_examples=300, deadline=None)
@given(truths(3), values())
def test_conditions_mean_what_python_says(source: str, given_values: tuple[bool | int | str, ...]) -> None:
    """Precedence, chains and ternaries give what Python's own grammar gives, whatever the white space (A18)."""
    condition, problems = parse_condition(scalar(source), NAMES)
    assert condition is not None, problems
    known = dict(zip((variable.name for variable in VARIABLES), given_values, strict=True))
    assert compile_expression(condition.expression, LAYOUT)(given_values, 0) is evaluate(source, known)


def test_a_chain_is_one_comparison() -> None:
    """`0 < n <= m` keeps its three operands together."""
    condition, _ = parse_condition(scalar("0 < n <= m"), NAMES)
    assert condition is not None
    expected = Comparison(("<", "<="), (Literal(0), VariableValue("n"), VariableValue("m")))
    assert condition.expression == expected


def test_marks_take_any_id() -> None:
    """A scene may be called like a word of the language (A02); spaces between the tokens do not matter (A18)."""
    condition, _ = parse_condition(scalar("seen( and ) and chose(and . if) or reached(bolt)"), NAMES)
    assert condition is not None
    marks = Logic("and", (Marked(Mark.SEEN, "and"), Marked(Mark.CHOSE, "and.if")))
    assert condition.expression == Logic("or", (marks, Marked(Mark.REACHED, "bolt")))


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("n", "E312"),
        ("not n", "E312"),
        ("flag and n", "E312"),
        ("side", "E312"),
        ("flag == n", "E314"),
        ("flag == 1", "E314"),
        ("side == mood", "E314"),
        ("blue == calm", "E314"),
        ("n if flag else side", "E314"),
        ("flag < true", "E313"),
        ("side < red", "E313"),
        ("flag + 1 > 0", "E313"),
        ("-flag == 1", "E313"),
        ("flag if n else flag", "E312"),
    ],
)
def test_types_are_held_to_the_letter(source: str, code: str) -> None:
    """A16: no truthiness, one type on both sides of == and of a ternary, only numbers in order and arithmetic."""
    assert codes(source)[0] == code


@pytest.mark.parametrize("source", ["side == enemy", "red == mood", "(n if flag else m) == -n", "not flag == true"])
def test_what_shares_a_type_goes_together(source: str) -> None:
    """A16: variables of identical lists compare, and a name that two lists share goes with both."""
    assert codes(source) == []


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("n = 7", None),
        ("n += m * 2", None),
        ("n -= -1", None),
        ("side = red if flag else blue", None),
        ("flag = n > 2 and not flag", None),
        ("flag += 1", "E313"),
        ("side += 1", "E313"),
        ("n += flag", "E313"),
        ("n = flag", "E316"),
        ("flag = 1", "E316"),
        ("side = calm", "E316"),
        ("side = mood", "E316"),
        ("n == 1", "E315"),
        ("n", "E315"),
        ("n *= 2", "E315"),
        ("red = 1", "E307"),
        ("lost = 1", "E307"),
        ("= 1", "E306"),
        ("n = ", "E306"),
        ("", "E301"),
    ],
)
def test_effects(source: str, code: str | None) -> None:
    """A16, A44: += and -= for numbers, what is set has the variable's type; out of range is legal."""
    assert effect_codes(source) == ([code] if code else [])


@pytest.mark.parametrize(
    ("source", "cure"),
    [
        ("n = 3", "=="),
        ("n == 3 && flag", "and"),
        ("flag || flag", "or"),
        ("!flag", "not"),
        ("flag == True", "true"),
        ("trust_luna", "trust_luna > 0"),
        ("side", "side == red"),
        ('side == "red"', "without quotes"),
        ("visited(village)", "seen(scene)"),
        ("seen(vilage)", '"village"'),
        ("chose(village.sta)", '"stay"'),
        ("chose(village)", "scene.choice"),
        ("seen(village.stay)", "chose(village.stay)"),
        ("seen village", "seen(scene)"),
        ("trust_lun > 2", '"trust_luna"'),
        ("village", "seen(village)"),
        ("n => 3", ">="),
        ("n <> 3", "!="),
        ("n is 3", "=="),
        ("trust luna > 1", "trust_luna"),
        ("n == not flag", "brackets"),
        ("012 < n", "12"),
    ],
)
def test_usual_mistakes_get_their_cure(source: str, cure: str) -> None:
    """What people bring along from other languages, or mistype, is answered with what to write."""
    assert cure in hint(source)


def test_every_problem_of_names_and_types_is_told() -> None:
    """Problems that do not hide each other come all at once, each at its place."""
    _, problems = parse_condition(scalar("lost and gone and n"), NAMES)
    assert [(problem.code, problem.ref.column, problem.length) for problem in problems] == [
        ("E307", 1, 4),
        ("E307", 10, 4),
        ("E312", 19, 1),
    ]


def nested(inner: str, levels: int) -> str:
    """Brackets around brackets."""
    return "(" * levels + inner + ")" * levels


@pytest.mark.parametrize(
    ("fine", "too_deep"),
    [
        (nested("flag", 50), nested("flag", 51)),
        ("not " * 50 + "flag", "not " * 51 + "flag"),
        ("-" * 50 + "n > 0", "-" * 51 + "n > 0"),
        ("flag if flag else " * 50 + "flag", "flag if flag else " * 51 + "flag"),
    ],
)
def test_fifty_levels(fine: str, too_deep: str) -> None:
    """A17: brackets, `not`, minus signs and ternaries may be nested fifty levels deep."""
    assert codes(fine) == []
    _, problems = parse_condition(scalar(too_deep), NAMES)
    assert [problem.code for problem in problems] == ["E303"]
    assert "50" in problems[0].message


def test_chains_do_not_count_as_levels() -> None:
    """A17: a thousand operators at one level are fine."""
    chain = "n" + "+1-m" * 490 + ">0"
    assert codes(chain) == []
    assert codes(" or ".join(["flag"] * 240)) == []


def test_two_thousand_characters() -> None:
    """A17: 2,000 characters are fine, one more is not, and the message says so."""
    assert codes("n" + " " * 1997 + ">0") == []
    _, problems = parse_condition(scalar("n" + " " * 1998 + ">0"), NAMES)
    assert problems[0].code == "E302"
    assert "2,000" in problems[0].message


def test_nine_digits() -> None:
    """A17: nine digits are fine, ten are not, and the message says so."""
    assert codes("n < 999999999") == []
    _, problems = parse_condition(scalar("n < 1000000000"), NAMES)
    assert problems[0].code == "E304"
    assert "9" in problems[0].message


@pytest.mark.parametrize("source", ["+n > 1", "n > +1", "n + + 1 > 0"])
def test_there_is_no_unary_plus(source: str) -> None:
    """A18: brackets and unary minus are in, unary plus is not."""
    assert codes(source) == ["E306"]
    assert codes("--n - -(1) > -2") == []


HOSTILE = [
    "(" * 30_000,
    "not " * 100_000,
    "1+" * 100_000 + "1",
    "n if flag else " * 20_000 + "n",
    "[" * 30_000,
    "9**9**9 > 1",
    "9" * 5_000,
    "'%1500000000d' % 1",
    "side * 1500000000 == side",
    "a=1",
    "1;2",
    "1\n+1",
    "id",
    "open",
    "__import__('os').system('true')",
    "().__class__.__bases__[0].__subclasses__()",
    "flag.__class__",
    "lambda: flag",
    "[flag for flag in flag]",
    "flag if flag",
    "n := 3",
    "n @ 3 > 1",
    "n // 3 > 1",
    "n % 3 > 1",
    "n ** 3 > 1",
    "n << 3 > 1",
    "n & 3 > 1",
    "~n > 1",
    "n.real > 1",
    "seen()",
    "seen(village, castle)",
    "seen('village')",
    "seen(seen(village))",
    "print(n)",
    "{}",
    "f'{n}'",
    "0x10 > n",
    "1_000 > n",
    "1e3 > n",
    "1.5 > n",
    "1if flag else 2",
    "\N{FULLWIDTH LATIN SMALL LETTER I}\N{FULLWIDTH LATIN SMALL LETTER D}",
    "\N{FULLWIDTH LATIN SMALL LETTER N} > 1",
    "n > \N{ARABIC-INDIC DIGIT ONE}",
    "n > 1 # so",
    "\x00",
    "\u202eflag",
    "flag\u200b",
    "...",
    "None",
    "n in side",
    "yield n",
    "\\",
]


@pytest.mark.parametrize("source", HOSTILE, ids=lambda source: repr(source[:20]))
def test_hostile_text_is_a_problem_at_once(source: str) -> None:
    """Nothing but the language parses, and saying so takes no time whatever the text."""
    start = time.perf_counter()
    assert codes(source)
    effect_codes(source)
    assert time.perf_counter() - start < 0.25


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="nm ()+-*=<>!andotrifelsv.,0123456789_&|\n\"'é", max_size=60))
def test_any_text_is_a_tree_or_problems(source: str) -> None:
    """Parsing never raises, and never gives both or neither."""
    codes(source)
    effect_codes(source)


def test_the_deepest_expression_can_be_compiled_compared_and_hashed() -> None:
    """What parses is never so deep that walking it fails."""
    source = "n"
    for _ in range(50):
        source = f"({source}*1*1*1*1*1*1*1*1+1+1+1+1+1+1+1+1)"
    assert len(source) <= 2_000
    condition, problems = parse_condition(scalar(source + " > 0"), NAMES)
    assert condition is not None, problems
    assert compile_expression(condition.expression, LAYOUT)(tuple(v.default for v in VARIABLES), 0) is True
    again, _ = parse_condition(scalar(source + " > 0"), NAMES)
    assert hash(condition) == hash(again)
    assert condition == again


def test_problems_stand_where_the_writer_typed_them() -> None:
    """A problem is placed in the file, past indentation and quotes."""
    _, plain = parse_condition(loose("n > 1 and lost", "a.yaml", 4, 9), NAMES)
    assert plain[0].ref == SourceRef("a.yaml", 4, 19)
    _, quoted = parse_condition(loose("lost", "a.yaml", 4, 9, Style.DOUBLE), NAMES)
    assert quoted[0].ref == SourceRef("a.yaml", 4, 10)


def test_conditions_and_effects_know_their_place_and_words() -> None:
    """The tree keeps what was typed, without the spaces around it, and where."""
    condition, _ = parse_condition(loose("  n > 1 ", "a.yaml", 4, 9, Style.DOUBLE), NAMES)
    assert condition is not None
    assert (condition.source, condition.ref) == ("n > 1", SourceRef("a.yaml", 4, 12))
    effect, _ = parse_effect(loose("n += 1", "a.yaml", 4, 9), NAMES)
    assert effect is not None
    assert (effect.variable, effect.operator, effect.expression) == ("n", "+=", Literal(1))
