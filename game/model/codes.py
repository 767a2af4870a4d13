"""Every code a diagnostic can have, with its name and one line of advice. Knows nothing of how a problem is found."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .diagnostic import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of problem. `code` never changes its meaning; `name` is what people call it; `advice` says what to do."""

    code: str
    severity: Severity
    name: str
    advice: str


def _errors(*rows: tuple[str, str, str]) -> tuple[Code, ...]:
    return tuple(Code(code, Severity.ERROR, name, advice) for code, name, advice in rows)


def _warnings(*rows: tuple[str, str, str]) -> tuple[Code, ...]:
    return tuple(Code(code, Severity.WARNING, name, advice) for code, name, advice in rows)


def _notes(*rows: tuple[str, str, str]) -> tuple[Code, ...]:
    return tuple(Code(code, Severity.NOTE, name, advice) for code, name, advice in rows)


FILES = _errors(
    ("E101", "unreadable-file", "See that the file exists and that you may read it."),
    ("E102", "not-utf8", "Save the file as UTF-8; every editor has it in its save dialogue."),
    ("E103", "file-too-large", "Split the file: one file of a story may have 4 MiB."),
    ("E104", "yaml-syntax", "Look at the line and the one before it: indentation, quotes, a colon inside a text."),
    ("E105", "nested-too-deep", "Nest less: 128 levels are enough for any story."),
    ("E106", "too-many-values", "Split the file: one file may hold 2,000,000 values."),
    ("E107", "second-document", "Remove the `---`, or put what follows into a file of its own."),
    ("E108", "anchor", "Remove the `&name`; where a text starts with `&`, put it into quotes."),
    ("E109", "alias", "Write the value out; where a text starts with `*`, put it into quotes."),
    ("E110", "tag", "Remove the `!tag`; where a text starts with `!`, put it into quotes."),
    ("E111", "merge-key", "Write the keys out; `<<` is not read."),
    ("E112", "duplicate-key", "Rename one of the two, or remove it: only one could count."),
    ("E113", "key-not-text", "A key is one plain word before the colon."),
    ("E114", "tab", "Indent with spaces; most editors can turn tabs into spaces."),
    ("E115", "control-character", "Remove the invisible character."),
    ("E116", "yml-ending", "Rename the file so that it ends in .yaml."),
)

STRUCTURE = _errors(
    ("E201", "unknown-key", "See story/reference.md for the keys that belong here."),
    ("E202", "missing-key", "Add the key."),
    ("E203", "wrong-form", "See story/reference.md for the form."),
    ("E204", "empty", "Write something after it, or remove it."),
    ("E205", "bad-id", "An id is made of a-z, 0-9 and _, and starts with a letter."),
    ("E206", "reserved-id", "Choose another id: this word means something of its own."),
    ("E207", "duplicate-id", "Rename one of the two: an id is unique in the whole story."),
    ("E208", "bad-number", "Write digits."),
    ("E209", "bad-truth-value", "Write true or false."),
    ("E210", "bad-range", "Write a range as 0..6, the lower bound first, within -1000000..1000000."),
    ("E211", "bad-one-of", "List the names that the variable can have, each once: one_of: [calm, angry]."),
    ("E212", "bad-default", "Give a default that the variable can have."),
    ("E213", "variable-kind", "Give it a range, or one_of, or a default of true or false."),
    ("E214", "unknown-kind", "An ending is canonical, alternate, hopeful, bittersweet, bad or secret."),
    ("E215", "unsafe-name", "Name a file inside assets/, with / between folders."),
    ("E216", "bad-format", "This program reads format: 1."),
    ("E217", "two-kinds", "Keep one of the two: a variable is a number or a name."),
    ("E220", "no-exit", "Give the scene choices, a goto or an ending."),
    ("E221", "several-exits", "Keep one of choices, goto and ending."),
    ("E222", "unknown-scene", "Write the scene, or correct the id."),
    ("E223", "unknown-ending", "Declare it in endings.yaml, or correct the id."),
    ("E224", "unknown-place", "Declare it in places.yaml, or correct the id."),
    ("E225", "unknown-character", "Declare them in cast.yaml; if the line is narration with a colon, quote all of it."),
    ("E226", "unknown-expression", "Add it to the portraits in cast.yaml, or correct it."),
    ("E227", "unknown-position", "Positions are far_left, left, centre, right and far_right."),
    ("E228", "unknown-effect", "See story/reference.md for the effects and weathers there are."),
    ("E229", "unknown-snippet", "Write it in snippets.yaml, or correct the id."),
    ("E230", "snippet-circle", "Take one of the includes out: a snippet cannot hold itself."),
    ("E231", "unknown-choice", "Name a choice of this scene."),
    ("E232", "unknown-beat", "Name an event of seeds/canon.yaml."),
    ("E233", "goto-without-end", "Close the list with one `- to: scene` that has no `when`."),
    ("E234", "goto-after-end", "Put the branch without `when` last: what follows it can never be taken."),
    ("E235", "locked-without-when", "Add a `when`: locked is shown while that does not hold."),
    ("E236", "timer-without-choices", "A timer stands beside choices."),
    ("E237", "was-living-id", "Remove it from `was`: that id is in use."),
    ("E238", "was-claimed-twice", "Only one can be what that old id has become."),
    ("E239", "nested-effects", "Join the two conditions with `and`: {when, do} holds no other {when, do}."),
    ("E240", "unknown-line", "See story/reference.md for the kinds of line, and of step, that there are."),
    ("E241", "script-too-deep", "Nest less: `when` and `include` go 50 levels deep at most."),
    ("E242", "script-too-long", "Include less: snippets may add 200,000 lines to a whole story."),
)

LOADING_WARNINGS = _warnings(
    ("W501", "empty-file", "Write a scene in it, or remove it."),
    ("W502", "odd-colour", "Write a colour as #rrggbb."),
)

EXPRESSIONS = _errors(
    ("E301", "empty-expression", "Write a condition such as trust > 2, or an effect such as trust += 1."),
    ("E302", "expression-too-long", "Split it: an expression may have 2,000 characters."),
    ("E303", "expression-too-deep", "Split it: brackets, not, minus signs and ternaries go 50 levels deep at most."),
    ("E304", "number-too-long", "A number may have nine digits."),
    ("E305", "strange-character", "Conditions and effects are spelled as in Python; see story/reference.md."),
    ("E306", "syntax", "Conditions and effects are spelled as in Python; see story/reference.md."),
    ("E307", "unknown-name", "Declare it in variables.yaml, or correct the name."),
    ("E308", "unknown-mark", "Name a scene, a choice as scene.choice, or an ending that the story has."),
    ("E311", "unknown-call", "There are seen(scene), chose(scene.choice) and reached(ending)."),
    ("E312", "not-a-truth-value", "Compare it with something: n > 0, side == red."),
    ("E313", "not-a-number", "Only numbers can be added, multiplied and ordered."),
    ("E314", "different-types", "Compare like with like: numbers, truth values, names out of one list."),
    ("E315", "effect-operator", "An effect is name = value, name += number or name -= number."),
    ("E316", "wrong-value", "Set the variable to something that it can be."),
)

TEXTS = _errors(
    ("E401", "unclosed-brace", "Close the brace, or write {{ for the character."),
    ("E402", "stray-brace", "Open the brace, or write }} for the character."),
    ("E403", "braces-too-deep", "Braces go 50 levels deep at most; make it several lines under when."),
    ("E404", "truth-value-in-text", "Say what to show for either: {flag: this if it holds|this if not}."),
    ("E405", "unknown-variable-in-text", "Declare it in variables.yaml, or correct the name."),
    ("E406", "not-a-name-in-text", "A single part in braces is the name of a variable; compute in effects."),
    ("E407", "three-parts", "A condition has two parts: {condition: this if it holds|this if not}."),
)

CHECK_ERRORS = _errors(
    ("E601", "endless-goto", "Break the circle: give one of its scenes choices, an ending, or another goto."),
)

CHECK_WARNINGS = _warnings(
    ("W510", "unlinked-scene", "Lead a choice or a goto there, or remove the scene."),
    ("W511", "no-way-out", "Give one of these scenes a way to an ending."),
    ("W512", "unused-ending", "Let a scene that can be reached end with it, or remove it."),
    ("W513", "branch-never-taken", "Remove the branch, or correct its condition or those before it."),
    ("W520", "never-holds", "Correct the condition: no values that its variables can have make it true."),
    ("W521", "always-holds", "Leave the condition out, or correct it: all values of its variables make it true."),
    ("W522", "effect-out-of-range", "The number stays at its bound; widen the range or correct the effect."),
    ("W523", "effect-without-effect", "Remove the effect, or correct it: it never changes the value."),
    ("W524", "contradicting-condition", "Correct the condition: what stands around it already decides it."),
    ("W525", "possible-dead-end", "Leave one choice open whatever the state, or see that explore proves it safe."),
    ("W526", "timer-choice-may-be-closed", "Let the timer take a choice that is always on offer."),
    (
        "W527",
        "choices-run-out",
        "Leave one choice that is not `once`: a player who comes back often uses all of them up.",
    ),
    ("W530", "variable-never-read", "Let something depend on it, or remove it: it makes the explored state larger."),
    ("W531", "variable-never-set", "Give it an effect, or write its default where it is read."),
    ("W532", "variable-never-used", "Remove it."),
    ("W540", "line-too-long", "Split the line: 220 characters fit the text box at every size."),
    ("W541", "choice-too-long", "Shorten the choice to nine words."),
    ("W543", "todo-left", "Do it, or move the reminder out of the story."),
    ("W547", "empty-text", "Write something, or remove it: every part of it is empty."),
    ("W548", "same-choice-text", "Let the choices of a scene differ in their words."),
    ("W549", "speech-in-quotes", 'Take the name out of the quotes: - luna: "Her words."'),
    ("W551", "same-target-everywhere", "Write one plain goto: every branch leads to the same scene."),
    ("W560", "no-asset-list", "Put assets/assets.yaml beside the story's folder."),
    ("W561", "unlisted-asset", "Add it to assets/assets.yaml, or correct the name."),
    ("W562", "missing-alt", "Say in a sentence what the picture shows, for those who cannot see it."),
    ("W563", "missing-caption", "Say in a few words what is heard, for those who cannot hear it."),
    ("W564", "missing-asset-file", "Put the file there, or correct its name in assets/assets.yaml."),
    ("W590", "unreadable-translation", "Export it anew with run.py export --po, or mend it with a translator's tool."),
    (
        "W591",
        "stale-translation",
        "Translate it again, and take the mark `fuzzy` away; until then the original is shown.",
    ),
    ("W592", "broken-translation", "Keep what stands in braces as it is in the original, which is shown until then."),
    ("W593", "translation-too-long", "Shorten the translation: 220 characters fit the text box at every size."),
)

CHECK_NOTES = _notes(
    ("N542", "locked-reason-too-long", "Shorten the reason to six words."),
    ("N544", "repeated-line", "Cut one of the two, unless the echo is meant."),
    ("N545", "doubled-word", "Cut one of the two words, unless the echo is meant."),
    ("N546", "loose-spaces", "Remove the spaces: they show."),
    ("N565", "unused-asset", "Use it, or remove it and its file."),
    ("N570", "unused-place", "Use it, or remove it from places.yaml."),
    ("N571", "unused-character", "Let them speak or appear, or remove them from cast.yaml."),
    ("N572", "unused-snippet", "Include it, or remove it from snippets.yaml."),
    ("N580", "ending-without-epigraph", "Give the ending an epigraph, shown on its card."),
    ("N581", "ending-without-hint", "Give the ending a hint, shown in the list of endings that were not found."),
    ("N594", "missing-translation", "Run run.py export --po on the file and translate what is empty."),
)

CODES: Mapping[str, Code] = MappingProxyType(
    {
        code.code: code
        for code in (
            *FILES,
            *STRUCTURE,
            *EXPRESSIONS,
            *TEXTS,
            *CHECK_ERRORS,
            *LOADING_WARNINGS,
            *CHECK_WARNINGS,
            *CHECK_NOTES,
        )
    }
)
"""Every code, by its code."""
