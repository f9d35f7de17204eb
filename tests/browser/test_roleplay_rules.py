"""The browser's half of the rules of play comes to what Python's half comes to, move for move."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from roleplay_scenes import SAMPLE, as_json, follow, random_chapter, random_moves, read, scene_of, shown, vectors

from ssg.blocks.roleplay.data import plot_data
from ssg.blocks.roleplay.model import Plot
from ssg.blocks.roleplay.play import Move, begin, step

pytestmark = pytest.mark.browser

PLAY = Path(__file__).parents[2] / "themes" / "base" / "blocks" / "roleplay" / "play.js"
RANDOM_SCENES, PLAYS_OF_EACH, PLAYS_OF_THE_SAMPLE = 40, 8, 150

RUN = """(text) => {
  const show = (plot, state) => state && {
    node: state.node,
    phase: rulesOfPlay.phase(plot, state),
    next: state.next,
    offered: rulesOfPlay.offered(plot, state).map(({ id }) => id),
    meters: state.meters, skills: state.skills, visits: state.visits, won: state.won, available: state.available,
  };
  return JSON.stringify(JSON.parse(text).map(({ plot, moves }) => {
    let state = rulesOfPlay.begin(plot);
    const shown = [show(plot, state)];
    for (const move of moves) {
      const next = rulesOfPlay.step(plot, state, move);
      shown.push(show(plot, next));
      state = next ?? state;
    }
    return shown;
  }));
}"""


def in_browser(browser: Browser, plays: list[tuple[Plot, list[Move]]]) -> list[Any]:
    cases = [{"plot": plot_data(plot), "moves": [as_json(move) for move in moves]} for plot, moves in plays]
    page = browser.new_page()
    source = PLAY.read_text(encoding="utf-8")
    found: list[Any] = json.loads(page.evaluate(f"(text) => {{ {source}; return ({RUN})(text); }}", json.dumps(cases)))
    page.close()
    return found


def in_python(plot: Plot, moves: list[Move]) -> list[Any]:
    state = begin(plot)
    states = [shown(plot, state)]
    for move in moves:
        following = step(plot, state, move)
        states.append(shown(plot, following))
        state = following or state
    return states


def test_every_vector_is_played_alike(browser: Browser) -> None:
    cases = list(vectors())
    plays = [(case.plot, follow(case.plot, case.moves)[0]) for case in cases]
    for case, states, play in zip(cases, in_browser(browser, plays), plays, strict=True):
        assert states == in_python(*play), case.name


def test_random_plays_are_played_alike(browser: Browser) -> None:
    dice = random.Random("both halves play")
    sample = scene_of(SAMPLE).plot
    plays = [(sample, random_moves(sample, dice)) for _ in range(PLAYS_OF_THE_SAMPLE)]
    scenes = 0
    while scenes < RANDOM_SCENES:
        scene, _ = read(random_chapter(dice))
        if scene:
            scenes += 1
            plays += [(scene.plot, random_moves(scene.plot, dice)) for _ in range(PLAYS_OF_EACH)]
    here = [in_python(*play) for play in plays]
    assert in_browser(browser, plays) == here
    ends = [states[-1] for states in here]
    assert {state["phase"] for states in here for state in states if state} >= {"choose", "write", "continue", "ending"}
    assert len({state["node"] for state in ends if state}) > 5
