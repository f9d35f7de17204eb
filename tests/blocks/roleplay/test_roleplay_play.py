"""The rules of play: hand-written plays of small scenes, and what the sample promises."""

from __future__ import annotations

import random

import pytest
from roleplay_scenes import SAMPLE, Vector, follow, random_chapter, random_moves, read, scene_of, shown, vectors

from ssg.blocks.roleplay.play import begin, offered, phase, step
from ssg.problems import severity


@pytest.mark.parametrize("vector", list(vectors()), ids=lambda vector: vector.name)
def test_a_play_comes_to_what_its_vector_says(vector: Vector) -> None:
    _, state = follow(vector.plot, vector.moves)
    found = shown(vector.plot, state)
    if vector.expect is None or found is None:
        assert found == vector.expect
    else:
        assert {name: found[name] for name in vector.expect} == vector.expect


def test_the_clean_path_of_the_sample_takes_every_chance() -> None:
    _, state = follow(scene_of(SAMPLE).plot, [{"say": "两天假"}, {"tick": ["我"]}, {"say": "今晚"}])
    assert state is not None and state.node == "结局重新信任"
    assert (sum(state.won.values()), sum(state.available.values())) == (7, 7)


def test_the_detour_with_the_highest_raw_sum_shows_less_skill() -> None:
    moves = [{"say": "两天假"}, {"tick": []}, {"say": "我记的是"}, {"tick": ["我"]}, {"say": "今晚"}]
    _, state = follow(scene_of(SAMPLE).plot, moves)
    assert state is not None and sum(state.skills.values()) == 9
    assert (sum(state.won.values()), sum(state.available.values())) == (6, 9)


def test_random_plays_of_random_scenes_stay_in_range_and_can_always_go_on() -> None:
    dice = random.Random("plays")
    played = 0
    while played < 60:
        scene, problems = read(random_chapter(dice))
        if scene is None or any(severity(problem) == "error" for problem in problems):
            continue
        played += 1
        state = begin(scene.plot)
        for move in random_moves(scene.plot, dice):
            state = step(scene.plot, state, move) or state
            for meter in scene.plot.meters.values():
                assert meter.low <= state.meters[meter.name] <= meter.high
            for id, visits in state.visits.items():
                cap = scene.plot.nodes[id].cap
                assert cap is None or visits <= cap.times
            assert phase(scene.plot, state) != "choose" or offered(scene.plot, state)
