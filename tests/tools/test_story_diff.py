"""Differences between two versions of a story: found, told apart, and told in words."""

from __future__ import annotations

import dataclasses

import pytest

from game.model.story import Story
from game.tools import explore
from game.tools.page_diff import Rewording
from game.tools.story_diff import Difference, Kinds, Moved, Turn, compare, plays_alike
from game.tools.story_diff_report import as_json, as_text, is_fine, word_diff
from tests.support.stories import story_of

OLD = """door:
  script:
    - A knock.
    - luna: Who is it?
  choices:
    open: {text: Open., do: trust += 1, goto: hall}
    wait: {text: Wait., when: trust > 0, goto: door}
hall:
  script:
    - It is cold in here and there is nobody at all.
  ending: over
attic:
  goto: hall
"""
VARIABLES = "trust: {range: 0..3, default: 1}\n"


def story(scenes: str, variables: str = VARIABLES) -> Story:
    """A story of these scenes."""
    return story_of(scenes, variables=variables, cast=["luna"])


def difference(new: str, variables: str = VARIABLES, old: str = OLD) -> Difference:
    """What changed from the old story to that."""
    one, other = story(old), story(new, variables)
    return compare(one, other, explore.outline(one), explore.outline(other))


def test_nothing() -> None:
    """The same story is the same, and nothing needs mending."""
    found = difference(OLD)
    assert found.is_empty
    assert is_fine(found, [])
    assert as_text(found, []) == "Nothing changed."


def test_a_renaming_is_none_of_the_rest() -> None:
    """Scenes and choices that say what they were are renamed, whoever names them; saves stay where they are."""
    new = (
        OLD.replace("goto: hall", "goto: room")
        .replace("hall:\n", "room:\n  was: hall\n")
        .replace("goto: door", "goto: gate")
    )
    new = new.replace("door:\n", "gate:\n  was: door\n").replace("open: {", "enter: {was: open, ")
    found = difference(new)
    assert found.scenes == Kinds(renamed=(("door", "gate"), ("hall", "room")))
    assert found.choices == Kinds(renamed=(("door.open", "gate.enter"),))
    assert (found.reworded, found.rewired, found.ruled, found.moved) == ((), (), (), ())
    assert (found.untranslated, found.unused) == (0, 0)
    assert is_fine(found, [])


def test_a_renamed_ending_is_the_same_ending() -> None:
    """An ending that says what it was is renamed, and none that was lost; its odds are told only where they moved."""
    then = story(OLD)
    ending = then.endings["over"]
    scenes = {id_: dataclasses.replace(one, ending=one.ending and "done") for id_, one in then.scenes.items()}
    now = dataclasses.replace(
        then, scenes=scenes, endings={"done": dataclasses.replace(ending, id="done", was=("over",))}
    )
    found = compare(then, now, explore.outline(then), explore.outline(now))
    assert found.endings == Kinds(renamed=(("over", "done"),))
    assert (found.rewired, found.opened, found.closed, found.odds) == ((), (), (), ())
    assert is_fine(found, [])


def test_new_words_alone_play_alike() -> None:
    """Where only words are others there is nothing to explore; a rule, a way, a choice or a variable is no word."""
    same = OLD.replace("- A knock.", "- A knock, and another.")
    assert plays_alike(story(OLD), story(same))
    assert compare(story(OLD), story(same), None, None) == difference(same)
    for other in (
        story(OLD.replace("goto: hall", "goto: attic", 1)),
        story(OLD.replace("trust += 1", "trust += 2")),
        story(OLD.replace("trust > 0", "trust > 1")),
        story(OLD.replace("wait: {", "stay: {was: wait, ")),
        story(OLD, VARIABLES.replace("0..3", "0..4")),
        story(f"{OLD}cellar:\n  ending: over\n"),
    ):
        assert not plays_alike(story(OLD), other)


def test_a_long_list_of_effects_is_told_by_what_changed() -> None:
    """Effects that stayed are left out, and lines of one scene stand under one heading."""
    long = (
        "do: [trust = 0, trust += 1, trust += 2, trust -= 1, trust -= 2, trust += 3, trust = 2, trust -= 3], goto: hall"
    )
    then = OLD.replace("do: trust += 1, goto: hall", long)
    now = (
        then.replace("trust += 3", "trust = 3").replace("A knock.", "Two knocks.").replace("Who is it?", "Who is that?")
    )
    told = as_text(difference(now, old=then), []).splitlines()
    assert "door.open: do: [-trust += 3-] {+trust = 3+}" in told
    assert told.count("door:") == 1


def test_words() -> None:
    """A line that reads otherwise, one more, one less, and a choice's text are each told once, at their place."""
    new = (
        OLD.replace("A knock.", "Two knocks.")
        .replace("    - luna: Who is it?\n", "")
        .replace("text: Open.", "text: Go.")
    )
    assert difference(new).reworded == (
        Rewording("door", "A knock.", "Two knocks."),
        Rewording("door", "luna: Who is it?", None),
        Rewording("door.open", "Open.", "Go."),
    )
    assert difference(OLD, old=new).untranslated == 3


@pytest.mark.parametrize(
    ("then", "now", "turn"),
    [
        ("when: trust > 0, goto: door", "when: trust > 0, goto: hall", Turn("door.wait", "leads to", "door", "hall")),
        ("ending: over", "goto: attic", Turn("hall", "leads to", "ending over", "attic")),
        ("trust += 1", "trust += 2", Turn("door.open", "do", "trust += 1", "trust += 2")),
        ("when: trust > 0", "when: trust > 1", Turn("door.wait", "when", "trust > 0", "trust > 1")),
        ("trust > 0, goto", "trust > 0, once: true, goto", Turn("door.wait", "once", "false", "true")),
    ],
)
def test_ways_and_rules(then: str, now: str, turn: Turn) -> None:
    """Other targets are told apart from other conditions and effects."""
    new = OLD.replace(then, now).replace(
        "attic:\n  goto: hall", "attic:\n  ending: over" if "attic" in now else "attic:\n  goto: hall"
    )
    found = difference(new)
    assert turn in (*found.rewired, *found.ruled)
    assert len(found.rewired) + len(found.ruled) == 1 + ("attic" in now)
    assert (turn in found.rewired) == (turn.what == "leads to")


def test_variables() -> None:
    """A variable's other range or default is told, and its name if it is new."""
    found = difference(OLD, "trust: {range: 0..5, default: 1}\nmood: {default: false}\n")
    assert found.ruled == (Turn("trust", "values", "0 to 3, at first 1", "0 to 5, at first 1"),)
    assert found.variables == Kinds(added=("mood",))


def test_endings_lost_and_won() -> None:
    """An ending that can no longer be reached is told, and told to be wrong; so are odds that moved, and dead ends."""
    two = OLD.replace("goto: door}", "goto: out}") + "out:\n  ending: away\n"
    one = two.replace("trust > 0", "trust > 3")
    assert difference(one, old=two).closed == ("away",)
    assert difference(two, old=one).opened == ("away",)
    assert not is_fine(difference(one, old=two), [])
    assert is_fine(difference(two, old=one), [])
    odds = {odds.ending: (odds.old, odds.new) for odds in difference(two, old=one).odds}
    assert odds == {"over": (1.0, 0.5), "away": (0.0, 0.5)}
    stuck = OLD.replace("text: Open.,", "text: Open., when: trust > 2,").replace("trust > 0", "trust > 2")
    assert difference(stuck).stuck == ("door",)


def test_a_scene_gone_without_a_word() -> None:
    """Saves in a scene that is gone will move; the new scene with most of its words is what it probably became."""
    found = difference(OLD.replace("hall", "cellar").replace("at all", "here"))
    assert found.moved == (Moved("hall", "cellar"),)
    assert "if it became cellar, write was: [hall] there" in as_text(found, [])
    assert difference(OLD.replace("attic", "loft")).moved == (Moved("attic", None),)


def test_words_side_by_side() -> None:
    """What went and what came stand in brackets within what stayed."""
    assert (
        word_diff("It is cold in here.", "It is warm in here, now.")
        == "It is [-cold-] {+warm+} in [-here.-] {+here, now.+}"
    )
    assert word_diff("", "New.") == "{+New.+}"
    assert word_diff("same", "same") == "same"


def test_json_names_every_part() -> None:
    """Programs find each part of a difference."""
    found = difference(OLD.replace("A knock.", "Two."))
    report = as_json(found, [])
    assert report["reworded"] == [{"place": "door", "old": "A knock.", "new": "Two."}]
    assert (report["ok"], report["same"]) == (True, False)
    told = {field.name for field in dataclasses.fields(Difference)}
    assert len(told) == 18


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [
        ("    - A knock.\n", "    - show: luna left\n    - A knock.\n", "    + (show: luna left)"),
        ("    - A knock.\n", "    - music: none\n    - hide: all\n    - A knock.\n", "    + (hide: all)"),
        ("  script:\n    - A knock.\n", "  you: luna\n  script:\n    - A knock.\n", "    + (you: luna)"),
        (
            "    - A knock.\n",
            "    - when: trust > 1\n      then:\n        - A knock.\n      else:\n        - None.\n",
            "    + (if trust > 1)",
        ),
        ("when: trust > 0, goto: door", "when: trust > 0, locked: No., goto: door", "    + No."),
        ("luna: Who", "Who", "    [-luna:-] Who is it?"),
    ],
)
def test_what_is_shown_is_told_line_by_line(then: str, now: str, told: str) -> None:
    """Cues, eyes, conditions, locked reasons and speakers are on the page; a summary counts them."""
    assert then in OLD
    text = as_text(difference(OLD.replace(then, now)), [])
    assert told in text.splitlines()
    assert "changed; nothing to mend." in text


def test_another_order_of_choices() -> None:
    """Choices that stand the other way round lead where they led, and are another page."""
    order = "    wait: {text: Wait., when: trust > 0, goto: door}\n"
    new = OLD.replace(order, "").replace("  choices:\n", "  choices:\n" + order)
    found = difference(new)
    assert found.reworded == (Rewording("door", "(choices: open, wait)", "(choices: wait, open)"),)
    assert found.rewired == ()


def test_a_renamed_scene_in_a_condition_is_no_other_condition() -> None:
    """Neither on a line nor inside its braces."""
    old = OLD.replace(
        "- A knock.", '- "{seen(hall): A|Another} knock."\n    - when: seen( hall )\n      then: [Again.]'
    )
    new = old.replace("hall:\n", "room:\n  was: hall\n").replace("hall", "room").replace("was: room", "was: hall")
    found = difference(new, old=old)
    assert (found.reworded, found.untranslated, found.unused) == ((), 1, 1)


def test_names_outside_of_scenes() -> None:
    """The story's title, and how people, places and endings are called and described."""
    then = story(OLD)
    ending = dataclasses.replace(then.endings["over"], title="Done", kind="secret")
    luna = dataclasses.replace(then.cast["luna"], name="Selene")
    now = dataclasses.replace(then, title="Other", cast={"luna": luna}, endings={"over": ending})
    found = compare(then, now, None, None)
    assert [change.place for change in found.reworded] == ["story title", "cast luna name", "ending over title"]
    assert found.ruled == (Turn("ending over", "kind", then.endings["over"].kind, "secret"),)


def test_an_ending_gone_without_a_word() -> None:
    """Who found it loses it, and is told of no one that it became unless one ends where it did."""
    then = story(OLD)
    scenes = {id_: dataclasses.replace(one, ending=one.ending and "done") for id_, one in then.scenes.items()}
    done = dataclasses.replace(then.endings["over"], id="done", title="Another")
    now = dataclasses.replace(then, scenes=scenes, endings={"done": done})
    found = compare(then, now, None, None)
    assert found.lost == (Moved("over", "done"),)
    assert "who found ending over loses it; if it became done, write was: [over] there" in as_text(found, [])
    assert not is_fine(found, [])
    assert compare(then, dataclasses.replace(now, scenes=then.scenes), None, None).lost == (Moved("over", None),)


def test_where_one_was_stuck_before_is_nothing_new() -> None:
    """Not even under another name."""
    then = OLD.replace("text: Open.,", "text: Open., when: trust > 2,").replace("trust > 0", "trust > 2")
    now = then.replace("goto: door", "goto: gate").replace("door:\n", "gate:\n  was: door\n")
    assert difference(now, old=then).stuck == ()


def test_odds_of_an_ending_lost_or_won_stand_beside_that() -> None:
    """And not a second time."""
    two = OLD.replace("goto: door}", "goto: out}") + "out:\n  ending: away\n"
    one = two.replace("trust > 0", "trust > 3")
    assert "ending away can be reached now, odds 50.0%" in as_text(difference(two, old=one), [])
    told = as_text(difference(one, old=two), [])
    assert "ending away can no longer be reached, odds were 50.0%" in told
    assert told.count("ending away") == 1
