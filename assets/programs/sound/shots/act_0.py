"""What happens once, first heard at home: bells, trays, latches, a shutter, a tram, a crack with no thunder."""

from __future__ import annotations

import numpy as np

from assets.programs.sound import machines, space
from assets.programs.sound.machines import bell, click, glass, metal, thud
from assets.programs.sound.shots._room import done
from assets.programs.sound.waves import (
    Wave,
    arch,
    blank,
    count,
    decay,
    dice,
    drift,
    filtered,
    glide,
    noise,
    put,
    softened,
    ticks,
)


def bells() -> Wave:
    """Every bell in the city: eight towers, near and far, none of them together."""
    mix, far = blank(9.5), blank(9.5)
    chance = dice("bells")
    for tower, pitch in enumerate((196, 233, 262, 311, 349, 392, 466, 523)):
        every, at = chance.uniform(0.9, 1.7), chance.uniform(0, 0.8)
        near = chance.uniform(0.15, 0.5) if tower > 1 else 0.6
        while at < 6.2:
            put(
                far if tower > 1 else mix,
                bell(4, pitch * chance.uniform(0.99, 1.01), tower, 5.5),
                at,
                near * 0.3,
                chance.uniform(-0.9, 0.9),
            )
            at += every * chance.uniform(0.97, 1.03)
    both = filtered(mix, 120, 5200) + filtered(far, 150, 2600)
    return done(both, "open", 0.55, 1.5)


def tray() -> Wave:
    """A steel tray hits the floor, turns on its rim, lies still; two small things roll off."""
    mix = blank(3.2)
    put(mix, metal(1.6, 610, "tray", 0.7, 1.1), 0.02, 1.0)
    put(mix, thud(0.3, 120, "tray", 0.5), 0.02, 0.5)
    at, gap = 0.22, 0.17
    for k in range(11):  # it spins down faster and faster
        put(mix, metal(0.5, 640 + 22 * k, f"rim {k}", 1.3, 0.4), at, 0.42 * 0.86**k, 0.2)
        at, gap = at + gap, gap * 0.84
    for k in range(5):
        put(mix, click(0.2, 2600 + 300 * k, f"tool {k}"), 0.12 + 0.19 * k + 0.04 * k * k, 0.22 * 0.8**k, -0.5 + 0.2 * k)
    return done(mix, "ward", 0.35)


def slide() -> Wave:
    """A glass slide goes into the lantern: a scrape, a click, and the fan goes on."""
    mix = blank(0.9)
    put(mix, filtered(noise(0.16, "slide", 1, 1), 1800, 6000) * arch(0.16, 0.08, 0.05), 0, 0.25)
    put(mix, glass(0.3, 3100, "slide"), 0.15, 0.25)
    put(mix, click(0.22, 820, "slide"), 0.155, 0.9)
    return done(mix, "room", 0.3)


def hall_laughs() -> Wave:
    """A laugh that starts in the front row and is passed to the back."""
    mix = blank(5.4)
    chance = dice("laughs")
    for k in range(38):
        row = k / 38
        at = 0.05 + 1.5 * row + chance.uniform(0, 0.5)
        tone, every = chance.uniform(105, 240), chance.uniform(0.15, 0.21)
        man = blank(1.9)
        for beat in range(int(chance.integers(3, 8))):
            ha = machines.syllable(every * 0.72, tone * 1.15 * 0.95**beat, -0.15, f"ha {k}")
            breath = filtered(noise(every * 0.5, f"h {k} {beat}", 1, 1), 500, 2600) * arch(every * 0.5, 0.02, 0.05)
            put(man, ha, beat * every, 0.85**beat)
            put(man, breath, beat * every, 0.25)
        put(mix, filtered(man[:, 0], 130, 3800 - 2200 * row), at, 0.5 - 0.25 * row, chance.uniform(-0.9, 0.9))
    return done(mix, "hall", 0.5, 0.8)


def oven_door() -> Wave:
    """A cast door shuts on its hook, with a breath of heat."""
    mix = blank(1.4)
    put(mix, filtered(noise(0.3, "hinge", 2, 1), 300, 1500) * arch(0.3, 0.2, 0.05), 0, 0.12)
    put(mix, metal(1.0, 205, "oven", 1.6, 0.7), 0.3, 0.9)
    put(mix, thud(0.5, 80, "oven", 0.5), 0.3, 1.0)
    put(mix, click(0.2, 980, "hook"), 0.44, 0.35)
    return done(mix, "room", 0.35)


def latch() -> Wave:
    """A latch falls: the lift, the drop, the bar that settles."""
    mix = blank(0.9)
    put(mix, click(0.12, 1650, "lift"), 0.0, 0.22)
    put(mix, metal(0.45, 520, "latch", 2.2, 0.25), 0.12, 0.7)
    put(mix, click(0.2, 760, "bar"), 0.12, 0.9)
    put(mix, click(0.14, 1130, "settle"), 0.19, 0.28)
    put(mix, thud(0.22, 130, "wood", 0.3), 0.12, 0.4)
    return done(mix, "room", 0.3)


def pen_cap() -> Wave:
    """A pen is unscrewed: three quarter turns and a small hollow pull."""
    mix = blank(1.1)
    for k in range(3):
        turn = (
            filtered(noise(0.13, f"thread {k}", 0, 1), 1900, 5200)
            * arch(0.13, 0.05, 0.06)
            * drift(0.13, f"grip {k}", 0.03)
        )
        put(mix, turn, 0.2 * k, 0.5)
    put(mix, click(0.1, 2100, "cap"), 0.66, 0.45)
    put(mix, struck_hollow(), 0.67, 0.3)
    return done(mix, "close", 0.25)


def struck_hollow() -> Wave:
    """A small tube is opened."""
    t = ticks(0.07)
    return softened(glide(0.07, 640 + 900 * t) * np.exp(-t * 60))


def pot_lid() -> Wave:
    """A pot lid rattles on its steam, four times, the last one hardly."""
    mix = blank(1.9)
    chance = dice("lid")
    for k in range(9):
        put(
            mix,
            metal(0.35, 880 * chance.uniform(0.97, 1.03), f"lid {k}", 1.5, 0.22),
            0.05 + 0.115 * k + chance.uniform(0, 0.03),
            0.6 * 0.85**k,
        )
    put(mix, filtered(noise(1.4, "steam", 0, 1), 2500, 7500) * arch(1.4, 0.3, 0.9), 0, 0.07)
    return done(mix, "room", 0.35)


def tram_bell() -> Wave:
    """A foot gong, once."""
    mix = blank(2.8)
    put(mix, bell(2.4, 690, "tram", 2.6), 0.0, 1.0)
    put(mix, click(0.1, 1500, "hammer"), 0.0, 0.5)
    return done(filtered(mix, 300, 6500), "open", 0.4, 0.8)


def tram_leaves() -> Wave:
    """Brakes let go, a motor climbs through its steps, wheels on rail joints, and it goes downhill and away."""
    seconds = 9.0
    mix = blank(seconds)
    t = ticks(seconds)
    speed = np.clip(t / 6, 0, 1) ** 0.8
    away = np.clip(1.15 - t / seconds, 0, 1) ** 1.6
    pitch = 42 + 150 * speed
    turn = np.cumsum(pitch) / 48_000 * 2 * np.pi
    motor = sum(np.sin(turn * k) / k**1.1 for k in (1, 2, 3, 5, 8)) * arch(seconds, 0.5, 3)
    put(mix, filtered(motor * away, 50, 900), 0, 0.16)
    put(mix, filtered(noise(seconds, "rail", 2, 1), 120, 1600) * (0.05 + speed) * away * arch(seconds, 0.4, 2), 0, 0.30)
    put(mix, filtered(noise(0.9, "air brake", 0, 1), 1800, 8000) * decay(0.9, 0.8, 0.02), 0.05, 0.28)
    at, gap = 1.1, 0.95
    while at < seconds - 0.8:
        for late in (0, 0.11):
            put(
                mix,
                thud(0.22, 95, f"joint {at}", 0.8) + 0.3 * click(0.22, 420, f"joint {at}"),
                at + late,
                0.3 * float(away[count(at)]),
            )
        at, gap = at + gap, max(0.42, gap * 0.9)
    wire = glide(seconds, 1900 + 500 * speed) * drift(seconds, "wire", 0.5) * away * speed
    put(mix, wire, 0, 0.008)
    return done(softened(mix, 0.05, 1.5), "open", 0.35, 1.2)


def sheet_snaps() -> Wave:
    """A wet sheet fills with wind and cracks like a small whip."""
    mix = blank(1.5)
    put(mix, filtered(noise(0.5, "fill", 2, 1), 120, 900) * arch(0.5, 0.42, 0.06), 0, 0.5)
    put(mix, filtered(noise(0.2, "snap", 1, 1), 350, 6000) * decay(0.2, 0.13, 0.001), 0.45, 1.6)
    for k in range(6):
        put(
            mix,
            filtered(noise(0.1, f"tail {k}", 2, 1), 160, 1800) * decay(0.1, 0.1, 0.006),
            0.53 + 0.085 * k,
            0.5 * 0.7**k,
        )
    return done(mix, "open", 0.2)


def shutter() -> Wave:
    """A plate camera: the spring, the leaf opens, the leaf shuts."""
    mix = blank(0.9)
    put(mix, filtered(noise(0.07, "spring", 0, 1), 2200, 7000) * arch(0.07, 0.03, 0.02), 0.0, 0.3)
    put(mix, click(0.12, 1420, "open"), 0.07, 0.9)
    put(mix, metal(0.3, 1900, "spring", 2, 0.2), 0.075, 0.18)
    put(mix, click(0.14, 1010, "shut"), 0.20, 1.0)
    put(mix, thud(0.12, 170, "shut", 0.2), 0.20, 0.35)
    return done(mix, "room", 0.32)


def door_slow() -> Wave:
    """A heavy door is shut with care, which is worse."""
    mix = blank(3.4)
    long = 1.5
    creak = np.sin(2 * np.pi * np.cumsum(70 + 50 * drift(long, "hinge", 0.6)) / 48_000)
    rubbed = (
        filtered(np.sign(creak) * 0.3 + noise(long, "hinge", 2, 1) * 0.1, 180, 1300)
        * arch(long, 0.5, 0.7)
        * drift(long, "hand", 0.3)
    )
    put(mix, rubbed, 0, 0.22)
    put(mix, thud(0.7, 58, "door", 0.5), 1.55, 1.0)
    put(mix, filtered(noise(0.5, "draught", 3, 1), 60, 400) * decay(0.5, 0.5, 0.02), 1.5, 0.4)
    put(mix, click(0.2, 640, "bolt"), 1.86, 0.4)
    return done(mix, "hall", 0.4)


def clock_hand() -> Wave:
    """The one hand of a public clock drops by a minute."""
    mix = blank(1.5)
    put(mix, click(0.1, 1250, "pawl"), 0.0, 0.35)
    put(mix, metal(0.8, 310, "hand", 1.8, 0.6), 0.09, 0.6)
    put(mix, click(0.2, 540, "hand"), 0.09, 0.9)
    put(mix, metal(0.5, 318, "quiver", 2, 0.3), 0.2, 0.12)
    return done(mix, "open", 0.3)


def stone_strike() -> Wave:
    """A crack with no thunder after it: stone, one deep breath of pressure, and then nothing, too soon."""
    mix = blank(2.6)
    chance = dice("stone")
    put(mix, filtered(noise(0.12, "crack", 0, 1), 200, 9000) * decay(0.12, 0.09, 0.0005), 0.02, 2.2)
    for k in range(22):
        at = 0.02 + 0.34 * chance.random() ** 2.2
        grain = filtered(noise(0.05, f"grain {k}", 1, 1), 300, 7000) * decay(0.05, 0.05, 0.0005)
        put(mix, grain, at, chance.uniform(0.2, 1.0), chance.uniform(-1, 1))
    put(mix, thud(1.1, 34, "stone", 0.5), 0.03, 1.6)
    modes = [(61.0, 1.0, 1.6), (173.0, 0.5, 0.9), (407.0, 0.35, 0.6), (911.0, 0.2, 0.35)]
    put(mix, machines.struck(1.6, modes, "bolt"), 0.03, 0.5)
    cut = np.clip((1.25 - ticks(2.6)) / 0.18, 0, 1)[:, None]  # the thunder is not there: it ends as if a door had shut
    return softened(space.inside(mix, "stone", 0.4, ring=False) * cut, 0.001, 0.05)[: count(1.6)]


def engines() -> Wave:
    """Two cars come up to a gate and stop; one runs on for a moment."""
    seconds = 6.5
    mix = blank(seconds)
    t = ticks(seconds)
    for car, (stop, pan) in enumerate(((3.6, -0.4), (4.6, 0.4))):
        going = np.clip((stop - t) / 0.25, 0, 1)
        turn = (
            np.cumsum(np.where(t < stop - 1.2, 31 - 2 * t, 24.0) + 1.2 * drift(seconds, f"car {car}", 0.4))
            / 48_000
            * 2
            * np.pi
        )
        fire = sum(np.sin(turn * k + k * k) / k**0.8 for k in (1, 2, 3, 4, 6, 8, 12))
        rough = filtered(noise(seconds, f"exhaust {car}", 2, 1), 60, 900) * (0.5 + 0.5 * np.sin(turn * 2))
        near = np.clip(t / 2.6, 0.08, 1) ** 1.6
        put(mix, filtered((fire * 0.3 + rough * 0.8) * near * going, 35, 1300), 0, 0.4, pan)
        gravel = (
            filtered(noise(seconds, f"gravel {car}", 0, 1), 700, 4500)
            * drift(seconds, f"stones {car}", 0.06)
            * near
            * np.clip((stop - 0.9 - t) / 0.5, 0, 1)
        )
        put(mix, gravel, 0, 0.10, pan)
        put(mix, thud(0.4, 70, f"stall {car}", 0.6), stop, 0.3, pan)
    for k, at in enumerate((5.2, 5.75)):
        put(mix, thud(0.35, 105, f"car door {k}", 0.7) + 0.3 * click(0.35, 520, k), at, 0.4, -0.4 + 0.8 * k)
    return done(softened(mix, 0.3, 0.3), "open", 0.35, 0.6)


SHOTS = {
    "sfx_bells": (bells, -17.0),
    "sfx_tray": (tray, -18.0),
    "sfx_slide": (slide, -23.0),
    "sfx_hall_laughs": (hall_laughs, -20.0),
    "sfx_oven_door": (oven_door, -21.0),
    "sfx_latch": (latch, -22.0),
    "sfx_pen_cap": (pen_cap, -24.0),
    "sfx_pot_lid": (pot_lid, -24.0),
    "sfx_tram_bell": (tram_bell, -20.0),
    "sfx_tram_leaves": (tram_leaves, -20.0),
    "sfx_sheet_snaps": (sheet_snaps, -21.0),
    "sfx_shutter": (shutter, -20.0),
    "sfx_door_slow": (door_slow, -21.0),
    "sfx_clock_hand": (clock_hand, -22.0),
    "sfx_stone_strike": (stone_strike, -14.0),
    "sfx_engines": (engines, -21.0),
}
