from dataclasses import replace

from game.checks import run_checks
from game.model.own_assets import OWN
from game.model.story import Asset, Layers
from tests.support.acts import acts_story
from tests.support.builders import scene, story


def _found(*assets: Asset) -> list[tuple[str, str]]:
    told = replace(story(scene("start", ending="light")), assets={asset.id: asset for asset in assets})
    return [(problem.code, problem.message) for problem in run_checks(told) if problem.code in {"W563", "N565"}]


def test_what_the_program_uses_by_itself_is_not_unused() -> None:
    """The title's picture and piece, the icon and the interface's sounds need no story to name them; others do."""
    own = [Asset(name.partition(".")[0].replace("/", "_"), name, alt="A picture.") for name in OWN if "." in name]
    own += [Asset(name, f"sounds/{name}.ogg", caption="a sound") for name in OWN if "." not in name]
    assert _found(*own) == []
    assert _found(Asset("sfx_oar", "sounds/oar.ogg", caption="an oar")) == [("N565", 'the asset "sfx_oar" is not used')]


def test_the_cards_of_acts_and_holders_are_used_where_there_are_such() -> None:
    """By their names alone; those of acts and people that the story has not, lie there for nothing."""
    told = acts_story()
    assets = {
        **(told.assets or {}),
        "act_1": Asset("act_1", "a.webp", alt="A wall."),
        "h": Asset("h", "h.webp", alt="A hat."),
    }
    found = [(p.code, p.message) for p in run_checks(replace(told, assets=assets)) if p.code in {"N565", "W562"}]
    assert found == [("N565", 'the asset "act_1" is not used'), ("N565", 'the asset "h" is not used')]


def test_a_card_without_alt_text_is_told() -> None:
    """Whoever doesn't see it hears it in words."""
    told = acts_story()
    assets = {**(told.assets or {}), "act_0": Asset("act_0", "cards/act_0.webp", caption="The Photograph")}
    found = [problem.message for problem in run_checks(replace(told, assets=assets)) if problem.code == "W562"]
    assert found == ['the picture "act_0" has no alt text']


def test_a_sound_without_a_caption_is_told_whoever_uses_it() -> None:
    """Whoever cannot hear a sound reads it: of the program's own, too."""
    assert _found(Asset("ui_move", "sounds/ui_move.ogg")) == [("W563", 'the sound "ui_move" has no caption')]


def test_the_files_of_a_pictures_depths_must_be_there() -> None:
    """Each of the three files of a picture in layers that is missing is told by its name."""
    quay = Asset("quay", "quay.webp", alt="A quay.", layers=Layers("quay_far.webp", "quay_near.webp"))
    told = replace(story(scene("start", ending="light")), assets={"quay": quay})
    found = [p.message for p in run_checks(told, asset_files=["quay.webp", "quay_far.webp"]) if p.code == "W564"]
    assert found == ['"quay_near.webp" is not in assets/']
