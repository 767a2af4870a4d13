"""The library's machine for callbacks that are plain functions of a cursor. Knows nothing of stories.

`transitions` asks of every callback, at every step, whether it is the name of a method, a property or a module's
function; it writes lines for a log before and after each, and looks every state up by name or by `Enum`. Ours are
functions, our states have names, and nobody reads that log: without it a step takes half the time. What is done, and in
which order, stays the library's; a test holds this machine to the plain one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from transitions import EventData, Machine, Transition
from transitions import State as MachineState


class Attempt(EventData):
    """One attempt to move a cursor along a transition. Callbacks get the cursor, not this."""

    def update(self, state: object) -> None:
        """Nobody asks an attempt where it has come to: the cursor says so."""


class _Way(Transition):
    """A transition whose callbacks are functions."""

    def execute(self, event_data: EventData) -> bool:
        """As in the library: prepare, ask every condition, change the state. We have nothing before or after that."""
        for prepare in self.prepare:
            prepare(*event_data.args)  # type: ignore[operator]  # a function, never a name
        for condition in self.conditions:
            if not condition.func(*event_data.args):  # type: ignore[operator]
                return False
        self._change_state(event_data)
        return True


class _Stop(MachineState):
    """A state whose callbacks are functions."""

    def enter(self, event_data: EventData) -> None:
        """Do what is to be done on the way in."""
        event_data.machine.callbacks(self.on_enter, event_data)

    def exit(self, event_data: EventData) -> None:
        """Nothing is ever done on the way out."""


class Mover(Machine):
    """A machine that moves what it is handed: each callback is called with the arguments of the attempt."""

    state_cls = _Stop
    transition_cls = _Way

    def __init__(self, attribute: str) -> None:
        """A machine without states; `attribute` names what it sets on the models that it moves."""
        super().__init__(
            model=None, initial=None, model_attribute=attribute, auto_transitions=False, send_event=False, queued=False
        )

    def callbacks(self, funcs: Iterable[Any], event_data: EventData) -> None:
        """Call each."""
        for func in funcs:
            func(*event_data.args)

    def get_state(self, state: Any) -> MachineState:  # noqa: ANN401 - the library's own signature
        """The state of that name."""
        found: MachineState = self.states[state]
        return found

    def set_state(self, state: Any, model: Any = None) -> None:  # noqa: ANN401 - the library's own signature
        """Let the model stand in the state of that name."""
        setattr(model, self.model_attribute, state.name if isinstance(state, MachineState) else state)
