"""Plays in a terminal: shows what is new, reads a line, does what it says. Knows nothing of how text is set."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from game.app.app import App
from game.app.settings import ABOUT
from game.app.slots import ALL_SLOTS, NUMBERED_SLOTS, QUICK, name_of
from game.app.view import Awaiting, Option
from game.app.wording import later, say
from game.errors import INTERRUPTED

from .answers import exactly, puzzled, roughly, words_of
from .console import Console
from .paper import clean
from .scribe import Scribe

HELP = (
    later("a number, or some of its words: takes that choice"),
    later("back (b): to the choice before; forward (f): undoes that"),
    later('history (h): what was read; "history all" from the beginning'),
    later("look: where you are, who is there, what can be heard"),
    later('save (s), load (l): quickly, or with the number of a slot; "saves" lists them'),
    later("new (n): begins anew; continue (c): goes on from the newest save"),
    later("endings: those you have found"),
    later('settings: shows them; "settings pace on" changes one'),
    later("record FILE: writes this playthrough as a replay"),
    later("quit (q): leaves; your place is kept"),
)

OWN_SETTINGS = ("pace", "captions", "soften")
RECENT = 20
"""Entries that `history` shows."""

Command = Callable[[str], bool]
"""What to do with the words after a command; False where they are none that it takes."""


class Player:
    """One session: an app and a console."""

    def __init__(self, app: App, console: Console) -> None:
        """Play `app` on `console`."""
        self._app = app
        self._console = console
        self._scribe = Scribe(app)
        self._going = True
        self._shown = False
        self._told_of_time = False
        self._commands = self._table()

    def play(self) -> int:
        """Until the player leaves or the input ends; their place is kept. 0, or 130 after Ctrl-C."""
        code = 0
        self._say("", self._console.paper().bold(clean(self._app.story.title)))
        try:
            self._open()
            while self._going:
                self._read_on()
                self._tell()
                self._obey(" ".join(self._console.read(self._prompt).split()))
        except EOFError:
            pass
        except KeyboardInterrupt:
            code = INTERRUPTED
        if self._app.reader is not None and self._app.autosave():
            self._say("", say("Your place is kept."))
        self._tell()
        return code

    def _open(self) -> None:
        if self._app.reader is not None:
            return
        if self._console.interactive and self._app.can_continue:
            self._say("", say('Type "continue" (c) to go on where you left, "new" (n) to begin, "help" for more.'))
        else:
            self._app.new_game()

    @property
    def _options(self) -> tuple[Option, ...]:
        return self._app.reader.view.options if self._app.reader is not None else ()

    @property
    def _awaiting(self) -> Awaiting | None:
        return self._app.reader.awaiting if self._app.reader is not None else None

    @property
    def _prompt(self) -> str:
        return "" if self._awaiting is Awaiting.ADVANCE else "\n> "

    def _read_on(self) -> None:
        """Show what is new, and all that follows until something is wanted of the player."""
        while self._app.reader is not None and not self._shown:
            view, paper = self._app.reader.view, self._console.paper()
            self._say(*self._scribe.moment(view, paper))
            self._shown = True
            if view.ending is not None:
                self._say(*self._scribe.ending(view.ending, paper), say('Type "back", "new" or "quit".'))
            elif view.awaiting is Awaiting.CHOICE:
                self._say(*self._scribe.choices(view, paper))
                self._tell_of_time(timed=view.timer is not None)
            elif not self._app.settings.pace and self._app.advance():
                self._shown = False

    def _tell_of_time(self, *, timed: bool) -> None:
        if timed and not self._told_of_time:
            self._told_of_time = True
            self._say("", say("(In the window this choice has a time limit. Here you have all the time you want.)"))

    def _tell(self) -> None:
        paper = self._console.paper()
        self._say(*(paper.paragraph(clean(f"({notice})")) for notice in self._app.take_notices()))

    def _say(self, *lines: str) -> None:
        for line in lines:
            self._console.write(line)

    def _say_all(self, lines: Iterable[str], otherwise: str) -> bool:
        self._say("", *(list(lines) or [otherwise]))
        return True

    def _list(self, entries: Iterable[str]) -> None:
        paper = self._console.paper()
        self._say("", *(paper.paragraph(entry, first="  ", rest="    ") for entry in entries))

    # --- what a line means ---

    def _obey(self, line: str) -> None:
        """A number, id or words of a choice; else a command; else some of the words of a choice."""
        if not line:
            self._shown = not (self._awaiting is Awaiting.ADVANCE and self._app.advance())
            return
        word, _, rest = line.partition(" ")
        meant = exactly(line, self._options)
        if meant is not None:
            self._take(meant)
        elif word.lower() not in self._commands or not self._commands[word.lower()](rest):
            found = roughly(line, self._options)
            if len(found) == 1:
                self._take(found[0])
            else:
                self._say("", puzzled(line, found, self._options))

    def _take(self, option: Option) -> None:
        if not option.open:
            reason = "".join(run.text for run in option.reason or ())
            return self._say(
                "", say("That is closed: {reason}", reason=clean(reason)) if reason else say("That is closed.")
            )
        if not self._console.interactive:
            self._say("", f"> {words_of(option)}")
        self._app.choose(option.id)
        self._shown = False
        return None

    def _table(self) -> dict[str, Command]:
        alone: dict[str, Callable[[], object]] = {
            "back b": self._back,
            "forward f": self._forward,
            "look": self._look,
            "saves": self._saves,
            "new n": self._new,
            "continue c": self._continue,
            "endings": self._endings,
            "help ?": lambda: self._list(map(say, HELP)),
            "quit q exit": self._quit,
        }
        with_words: dict[str, Command] = {
            "history h": self._history,
            "save s": self._save,
            "load l": self._load,
            "settings": self._settings,
            "record": self._record,
        }
        table = {name: command for names, command in with_words.items() for name in names.split()}
        return table | {name: _alone(do) for names, do in alone.items() for name in names.split()}

    # --- commands ---

    def _back(self) -> None:
        reader = self._app.reader
        if reader is None or not reader.back():
            return self._say("", say("This is the beginning."))
        while reader.awaiting is not Awaiting.CHOICE:
            if not reader.back():
                self._say("", say("This is the beginning."))
                break
        self._shown = False
        return None

    def _forward(self) -> None:
        reader = self._app.reader
        if reader is None or not reader.forward():
            return self._say("", say("Nothing lies ahead that you have read."))
        while reader.awaiting is not Awaiting.CHOICE and reader.forward():
            pass
        self._shown = False
        return None

    def _look(self) -> None:
        if self._app.reader is not None:
            around = self._scribe.surroundings(self._app.reader.view, self._console.paper())
            self._say_all(around, say("There is nothing more to see here."))

    def _new(self) -> None:
        self._app.autosave()
        self._app.new_game()
        self._shown = False

    def _continue(self) -> None:
        if self._app.continue_game():
            self._shown = False
        else:
            self._say("", say("There is no save to go on from."))

    def _endings(self) -> None:
        self._say_all(self._scribe.gallery(self._console.paper()), say("This story has no endings."))

    def _quit(self) -> None:
        self._going = False

    def _saves(self) -> None:
        self._say_all(
            self._scribe.saves(self._app.saves.filled(), self._console.paper()), say("There are no saves yet.")
        )

    def _history(self, words: str) -> bool:
        if words not in ("", "all") or self._app.reader is None:
            return False
        past = self._app.reader.history()
        shown = past if words else past[-RECENT:]
        return self._say_all(self._scribe.history(shown, self._console.paper()), say("Nothing was read yet."))

    def _save(self, slot: str) -> bool:
        slot = slot or QUICK
        if slot not in (QUICK, *NUMBERED_SLOTS) or self._app.reader is None:
            return False
        if slot != QUICK and self._console.interactive and any(s.id == slot for s in self._app.saves.filled()):
            question = say("There is a save in {slot}. Write over it? (yes or no) ", slot=name_of(slot))
            if not _agrees(self._console.read(question)):
                return True
        self._app.save(slot)
        return True

    def _load(self, slot: str) -> bool:
        slot = slot or QUICK
        if slot not in ALL_SLOTS:
            return False
        if self._app.load(slot):
            self._shown = False
        return True

    def _settings(self, words: str) -> bool:
        name, _, value = words.partition(" ")
        if name in OWN_SETTINGS and value in ("on", "off"):
            self._app.change(name, value == "on")
        elif name == "language" and value in self._app.languages:
            self._app.speak(value)
            self._shown = False
        elif words:
            return False
        self._list(f"{name}: {self._setting(name)}" for name in OWN_SETTINGS)
        if len(self._app.languages) > 1:
            known = ", ".join(self._app.languages)
            self._list([say("language: {language} (of {known})", language=self._app.language, known=known)])
        return True

    def _setting(self, name: str) -> str:
        on = "on" if getattr(self._app.settings, name) else "off"
        return f"{on} ({say(ABOUT[name])})"

    def _record(self, file: str) -> bool:
        if not file or self._app.reader is None:
            return False
        path = Path(file if file.endswith(".yaml") else f"{file}.replay.yaml")
        try:
            with path.open("x", encoding="utf-8") as replay:
                replay.write(self._app.record())
        except (OSError, ValueError) as fault:
            self._say("", say("Not recorded: {reason}.", reason=clean(str(fault))))
        else:
            self._say("", say("Recorded in {file}.", file=clean(str(path))))
        return True


def _agrees(answer: str) -> bool:
    """Whether an answer begins as yes does, in English or in the language that is spoken."""
    return answer.strip().casefold()[:1] in ("y", say("yes")[:1].casefold())


def _alone(do: Callable[[], object]) -> Command:
    """A command that takes no words."""

    def command(words: str) -> bool:
        if words:
            return False
        do()
        return True

    return command
