"""The one table of the story format: every kind of file and mapping, every key, its form and its meaning.

Validation (`fields.py`), the JSON Schemas (`json_schema.py`) and the reference page (`reference_page.py`) all come from
here. It knows nothing of references: whether a scene that is named exists is found in `scenes.py` and its neighbours.
"""

from __future__ import annotations

from game.model.script import POSITIONS, STAGE_EFFECTS
from game.model.story import ENDING_KINDS

from .forms import FileKind, Form, Key, Kind, Text, Typing

ID_PATTERN = "[a-z][a-z0-9_]*"
_ID = Text("an id", ID_PATTERN, Typing.NAME, "E205")
_SECONDS = Text("a number of seconds", r"[0-9]{1,4}(\.[0-9]{1,9})?", Typing.DECIMAL, "E208", highest=9999)
_SEED = Text("a whole number", "-?[0-9]{1,18}", Typing.WHOLE, "E208", lowest=-(10**18) + 1, highest=10**18 - 1)
_RANGE = Text("a range such as 0..6", r"\s*-?[0-9]+\s*\.\.\s*-?[0-9]+\s*", code="E210")
_STEP = Text("a choice written scene.choice", r"[^\s.]+\.[^\s.]+", code="E240")
_NAME = Text("a name")
"""An id in a replay: whether it means anything is found when the path is played."""

TEXT = Form("text", Text("text"))
INLINE = Form("text, with inline markup", Text("text"))
ID = Form("an id", _ID)
TRUTH = Form("true or false", Text("true or false", typing=Typing.TRUTH, code="E209", options=("true", "false")))
SECONDS = Form("a number of seconds", _SECONDS)
SEED = Form("a whole number", _SEED)
RANGE = Form("a range such as 0..6", _RANGE)
CONDITION = Form("a condition", Text("a condition", typing=Typing.NAME))
KIND = Form("a kind of ending", Text("a kind", code="E214", options=ENDING_KINDS))
FORMAT = Form(
    "the number 1", Text("the number 1", typing=Typing.WHOLE, code="E216", options=("1",), lowest=1, highest=1)
)
EFFECT_NAME = Form("the name of an effect", Text("an effect", code="E228", options=STAGE_EFFECTS))
IDS = Form("an id or a list of ids", _ID, items=ID)
NAMED = Form("a name", _NAME)
NAMES = Form("a list of names", items=NAMED)
TEXT_IDS = Form("a list of names", items=ID, fewest=1)
EFFECT = Form("an effect such as trust += 1", Text("an effect"), kind="guarded")
EFFECTS = Form("an effect, a {when, do}, or a list of these", Text("an effect"), items=EFFECT, kind="guarded")
_PLAIN_EFFECT = Form("an effect", Text("an effect"), wrong="E239")
PLAIN_EFFECTS = Form("an effect or a list of effects", Text("an effect"), items=_PLAIN_EFFECT, wrong="E239")
GOTO = Form("a scene, or a list of {when, to}", _ID, items=Form("{when, to}", kind="branch"), fewest=1)
LINE = Form("a script line", Text("text"), kind="line")
LINES = Form("a list of script lines", items=LINE)
PICTURES = Form("a mapping from expression to file", entries=TEXT, entry_names=_ID)
VALUES = Form("a mapping from variable to value", entries=Form("a value", Text("a value")), entry_names=_NAME)
CHOICES = Form("a mapping from id to choice", entries=Form("a choice", kind="choice"), entry_names=_ID, fewest=1)
TIMER = Form("a mapping with seconds and choice", kind="timer")
LAYERS = Form("a mapping with far and near", kind="layers")
START = Form("a mapping with scene and set", kind="start")
PATH = Form("a list of steps", items=Form("a step", _STEP, kind="step"))

STORY = Kind("story", "story.yaml", "What the story is, and where it starts.", (
    Key("title", TEXT, "The story's name.", "Stone Lightning", required=True),
    Key("start", ID, "The scene that the story starts with.", "forum_petition", required=True),
    Key("language", TEXT, "The language that it is written in.", "en"),
    Key("version", TEXT, "The story's own version.", "1.0.0"),
    Key("format", FORMAT, "The version of this format.", "1", required=True),
))  # fmt: skip

VARIABLE = Kind("variable", "a variable", "Something that the story remembers: a number, a truth value or a name.", (
    Key("range", RANGE, "For a number: its lowest and its highest value.", "0..6"),
    Key("one_of", TEXT_IDS, "For a name: the names that it can be.", "[nobody, federation]"),
    Key("default", Form("a value", Text("a value")), "What it is when the story starts.", "2", required=True),
    Key("about", TEXT, "What it means, for writers.", "How far she believes him."),
), apart=(("range", "one_of"),))  # fmt: skip

CHARACTER = Kind("character", "a member of the cast", "Somebody who speaks or is shown.", (
    Key("name", TEXT, "The name as shown.", "Luna", required=True),
    Key("colour", TEXT, "The colour of the name, as #rrggbb.", '"#c9b79c"'),
    Key("portraits", PICTURES, "Pictures: from expression to a name in assets/.", "{warm: luna_warm}"),
    Key("voice", TEXT, "The voice, for those who cast or read it.", "low, quick"),
    Key("about", TEXT, "Who they are, for writers.", "A scholar's daughter."),
))  # fmt: skip

PLACE = Kind("place", "a place", "Somewhere that scenes happen.", (
    Key("name", TEXT, "The name as shown.", "Azuma's house", required=True),
    Key("background", TEXT, "The picture: a name in assets/.", "azuma_residence"),
    Key("alt", TEXT, "The picture in words, for those who do not see it.", "A long room with the shutters closed."),
    Key("ambience", TEXT, "The sound of the place: a name in assets/.", "clock_and_rain"),
    Key("music", TEXT, "The music that belongs to it: a name in assets/.", "residence"),
    Key("mood", TEXT, "The light and colour of it, for players.", "dusk"),
))  # fmt: skip

ENDING = Kind("ending", "an ending", "A way that the story can end.", (
    Key("title", TEXT, "The title as shown.", "Hands That Stayed", required=True),
    Key("kind", KIND, "How it ends: " + ", ".join(ENDING_KINDS) + ".", "hopeful", required=True),
    Key("epigraph", TEXT, "A line shown under the title.", "Somebody has to hold the lamp."),
    Key("hint", TEXT, "How to find it, for players who have not.", "Not everyone leaves the ward."),
    Key("picture", TEXT, "The picture: a name in assets/.", "ward_at_night"),
    Key("alt", TEXT, "The picture in words.", "A lamp on a ward table."),
    Key("was", IDS, "Ids that the ending had before, for players who have reached it.", "[old_id]"),
))  # fmt: skip

SCENE = Kind("scene", "a scene", "A state of the story. It has exactly one exit: choices, goto or ending.", (
    Key("title", INLINE, "A title, shown as a card.", "The portrait"),
    Key("you", ID, "Whose eyes we see through; a name card is shown when it changes.", "tetsuya"),
    Key("place", ID, "Where it happens; without it we stay where we were.", "azuma_residence"),
    Key("beats", IDS, "Which events of seeds/ this scene tells.", "[portrait_at_residence]"),
    Key("enter", EFFECTS, "What changes on entering the scene.", "[trust_luna += 1]"),
    Key("script", LINES, "What is read and shown, line by line.", '["The photographer counts down from three."]'),
    Key("choices", CHOICES, "Exit: the choices, in the order shown.", "{stay: {text: Stay., goto: quarrel}}"),
    Key("goto", GOTO, "Exit: the scene that follows by itself.", "residence_quarrel"),
    Key("ending", ID, "Exit: how the story ends here.", "hands_that_stayed"),
    Key("timer", TIMER, "Takes one of the choices when time runs out.", "{seconds: 8, choice: look_ahead}"),
    Key("was", IDS, "Ids that the scene had before, for old saves and replays.", "[old_id]"),
    Key("notes", TEXT, "For writers only.", "Too long?"),
), needs=(("timer", "choices"),), one_of=("choices", "goto", "ending"))  # fmt: skip

CHOICE = Kind("choice", "a choice", "A transition of the story that the player takes.", (
    Key("text", INLINE, "What the player reads.", "Keep her hand until the flash.", required=True),
    Key("when", CONDITION, "Offered only where this holds.", "trust_luna >= 2"),
    Key("do", EFFECTS, "What changes when it is taken.", "trust_luna += 1"),
    Key("goto", GOTO, "The scene that follows.", "residence_quarrel", required=True),
    Key("once", TRUTH, "Not offered again after it was taken.", "true"),
    Key("locked", INLINE, "Shown greyed out with this reason while `when` does not hold.", "She does not trust you."),
    Key("was", IDS, "Ids that the choice had before.", "[old_id]"),
), needs=(("locked", "when"),))  # fmt: skip

BRANCH = Kind("branch", "a branch of a goto", "One way on. The first that holds is taken; the last has no `when`.", (
    Key("when", CONDITION, "Taken only where this holds.", "knows_origin"),
    Key("to", ID, "The scene that follows.", "residence_quarrel", required=True),
))  # fmt: skip

GUARDED = Kind("guarded", "a {when, do}", "Effects that are done only where the condition holds.", (
    Key("when", CONDITION, "Done only where this holds.", "knows_origin", required=True),
    Key("do", PLAIN_EFFECTS, "What changes.", "hatred += 1", required=True),
))  # fmt: skip

TIMED = Kind("timer", "a timer", "Takes a choice when time runs out. A player can turn timers off.", (
    Key("seconds", SECONDS, "How long the player has.", "8", required=True),
    Key("choice", ID, "The choice that is taken then.", "look_ahead", required=True),
))  # fmt: skip


def _single(what: str, key: Key) -> Kind:
    """A kind of line or step that has one key only."""
    required = Key(key.name, key.form, key.about, key.example, required=True)
    return Kind(f"{what}_{key.name}", f"a {what} with {key.name}", key.about, (required,))


def _cue(key: Key) -> Kind:
    return _single("line", key)


def _step(key: Key) -> Kind:
    return _single("step", key)


_POSITIONS = ", ".join(POSITIONS)
LINE_WHEN = Kind("line_when", "a line with a condition", "Lines that depend on the state.", (
    Key("when", CONDITION, "The lines under `then` are read where this holds.", "trust_luna >= 4", required=True),
    Key("then", LINES, "The lines where it holds.", '["You loosen your fingers."]', required=True),
    Key("else", LINES, "The lines where it does not.", '["You let go."]'),
))  # fmt: skip
LINE_HARD = Kind("line_hard", "a hard line", "A hard line, and what replaces it for those who ask.", (
    Key("hard", INLINE, "The line as it is.", "He did not stop.", required=True),
    Key("soft", INLINE, "Read instead by a player who asked for softened text.", "You look away.", required=True),
))  # fmt: skip
CUES = tuple(map(_cue, (
    Key("show", TEXT, f"Puts a portrait on stage: who, expression, position ({_POSITIONS}).", "luna afraid right"),
    Key("hide", ID, "Takes a portrait off the stage, or `all` of them.", "luna"),
    Key("place", ID, "Changes the background inside the scene.", "zone_seven_ruins"),
    Key("music", TEXT, "Starts music, a name in assets/; `none` stops it.", "ash_waltz"),
    Key("sound", TEXT, "Plays a sound, a name in assets/; `none` stops it.", "tram_bell"),
    Key("ambience", TEXT, "Starts a bed of sound, a name in assets/; `none` stops it.", "street_dusk"),
    Key("effect", EFFECT_NAME, "An effect: " + ", ".join(STAGE_EFFECTS) + ".", "shake"),
    Key("pause", SECONDS, "Waits so many seconds; skipped with everything else.", "1.5"),
    Key("include", ID, "The lines of a snippet of snippets.yaml, in place.", "ward_bells"),
)))  # fmt: skip
LINE_KINDS = {kind.keys[0].name: kind for kind in (LINE_WHEN, LINE_HARD, *CUES)}
"""The line kinds by the key that makes them."""
LINE_KEYS = frozenset(key.name for kind in LINE_KINDS.values() for key in kind.keys)

SPEAKER = Text("somebody of the cast, and an expression if you like", rf"{ID_PATTERN}( +{ID_PATTERN})?", code="E240")
RESERVED_FOR_CAST = frozenset({*LINE_KEYS, "all", "none"})

INVARIANT = Kind("invariant", "an invariant", "Something that must always hold, for `explore` to prove.", (
    Key("always", CONDITION, "What must hold after every scene is entered.", "trust_luna >= 1", required=True),
    Key("at", ID, "Only in this scene.", "castle_throne"),
    Key("about", TEXT, "What it says in words.", "She never gives up on him."),
))  # fmt: skip

ASSET = Kind("asset", "an asset", "A finished picture or sound in assets/.", (
    Key("file", TEXT, "The file, inside assets/.", "places/azuma_residence.webp", required=True),
    Key("alt", TEXT, "A picture in words, for those who do not see it.", "A long room with the shutters closed."),
    Key("caption", TEXT, "A sound in words, for those who do not hear it; or the title of an act's poster.", "A bell."),
    Key("licence", TEXT, "Under which terms it may be used.", "CC BY-NC-SA 4.0"),
    Key("source", TEXT, "Where it comes from.", "assets/scripts/residence.py"),
    Key("layers", LAYERS, "The picture in two depths, for a slow move over it.",
        "{far: places/quay_far.webp, near: places/quay_near.webp}"),
))  # fmt: skip

LAYERED = Kind("layers", "layers", "A picture in two files of its size; one laid on the other, they are the picture.", (
    Key("far", TEXT, "The picture without what stands nearest to us; nothing is missing in it.", "places/hall_far.webp",
        required=True),
    Key("near", TEXT, "What stands nearest to us, on a clear ground.", "places/hall_near.webp", required=True),
))  # fmt: skip

REPLAY = Kind("replay", "a replay", "A path through the story, and what should hold on it.", (
    Key("replay", TEXT, "Its name; the file's, if not given.", "The road that the sources tell"),
    Key("seed", SEED, "The playthrough's seed, 0 if not given.", "7"),
    Key("reached", NAMES, "Endings that this player has seen before.", "[hands_that_stayed]"),
    Key("start", START, "Begin elsewhere than the story does.", "{scene: residence_portrait}"),
    Key("path", PATH, "The choices taken, and what should hold between them.", "[forum_petition.listen]"),
    Key("ending", NAMED, "Where the path ends.", "hands_that_stayed"),
))  # fmt: skip
START_KIND = Kind("start", "the start of a replay", "Where a path begins, if not where the story does.", (
    Key("scene", NAMED, "The scene that is entered first.", "residence_portrait"),
    Key("set", VALUES, "Values set over the defaults before that.", "{trust_luna: 3}"),
))  # fmt: skip
STEP_KINDS = {kind.keys[0].name: kind for kind in (
    _step(Key("at", NAMED, "We are in this scene now.", "residence_portrait")),
    _step(Key("check", CONDITION, "This holds now.", "trust_luna >= 3")),
    Kind("step_offered", "a step with offered", "Which choices are on offer now.", (
        Key("offered", NAMES, "At least these are on offer, in any order.", "[stay_close]", required=True),
        Key("only", NAMES, "Exactly these are on offer, in this order.", "[stay_close, look_ahead]"),
    )),
    _step(Key("only", NAMES, "Exactly these are on offer, in this order.", "[stay_close, look_ahead]")),
    _step(Key("not_offered", NAMES, "None of these is on offer.", "[walk_out]")),
    _step(Key("text", TEXT, "These words were shown since the last choice.", "gripping my hand")),
    _step(Key("no_text", TEXT, "These words were not shown since the last choice.", "the ruins")),
)}  # fmt: skip

KINDS = {kind.name: kind for kind in (
    STORY, VARIABLE, CHARACTER, PLACE, ENDING, SCENE, CHOICE, BRANCH, GUARDED, TIMED, *LINE_KINDS.values(),
    INVARIANT, ASSET, LAYERED, REPLAY, START_KIND, *STEP_KINDS.values(),
)}  # fmt: skip
"""Every kind of mapping, by its name."""


def _entries(kind: str, words: str) -> Form:
    return Form(f"a mapping from id to {words}", entries=Form(words, kind=kind), entry_names=_ID)


FILES = (
    FileKind("story", "story.yaml", "The story itself. This one file must be there.", Form("a mapping", kind="story")),
    FileKind("variables", "variables.yaml", "All that the story remembers.", _entries("variable", "variable")),
    FileKind("cast", "cast.yaml", "Who speaks.", _entries("character", "member of the cast")),
    FileKind("places", "places.yaml", "Where it happens.", _entries("place", "place")),
    FileKind("endings", "endings.yaml", "How it can end.", _entries("ending", "ending")),
    FileKind("snippets", "snippets.yaml", "Lines that several scenes include.", Form(
        "a mapping from id to a list of lines", entries=LINES, entry_names=_ID)),
    FileKind("scenes", "**/*.yaml", "Every other file: scenes, keyed by id.", _entries("scene", "scene")),
    FileKind("invariants", "**/*.invariants.yaml", "What must always hold, for `explore`.", Form(
        "a list of invariants", items=Form("an invariant", kind="invariant"))),
    FileKind("replay", "*.replay.yaml", "A scripted path. It may stand anywhere; the story does not read it.", Form(
        "a mapping", kind="replay")),
    FileKind("assets", "../assets/assets.yaml", "The finished pictures and sounds, beside the story.", Form(
        "a mapping from name to asset", entries=Form("an asset", kind="asset"), entry_names=Text("a name"))),
)  # fmt: skip
"""Every kind of file, in the order in which a writer meets them."""
