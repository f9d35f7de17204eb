"""Recordings: the player of each kind of file, and its transcript out of captions or plain text."""

from __future__ import annotations

import pytest

from ssg.model import Source
from ssg.parse.markdown import parser
from ssg.parse.page import Page
from ssg.parse.prose.captions import Cue, read_captions
from ssg.problems import Problem

CAPTIONS = """WEBVTT - 电话

NOTE 由同事扮演

1
00:01.000 --> 00:03.500 align:start
<v.loud 王女士>我 <i>请了</i>
假 &amp; 等
"""


def page(text: str, **transcripts: str) -> Page:
    """A chapter with transcripts beside its recordings: ``vtt="…"`` is ``call.vtt``."""
    return Page(
        path="c/01-a.md",
        file="01-a.md",
        chapter="one",
        language="zh",
        tongue="zh-Hans",
        lines=text.split("\n"),
        chapters={},
        transcripts={f"call.{end}": Source(path=f"c/call.{end}", text=words) for end, words in transcripts.items()},
    )


def html(here: Page) -> str:
    """The chapter as HTML."""
    return str(parser().render("\n".join(here.lines), {"page": here}))


@pytest.mark.parametrize(
    "file, tag", [("call.mp3", "audio"), ("call.WAV", "audio"), ("call.mp4", "video"), ("call.webm", "video")]
)
def test_a_recording_is_a_player_with_its_name_title_and_transcript(file: str, tag: str) -> None:
    here = page(f'![来电]({file} "第一通 <b>")', vtt=CAPTIONS)
    shown = html(here)
    assert f'<{tag} controls preload="metadata" src="{file}" aria-label="来电"' in shown
    assert ('data-captions="字幕"' in shown) == (tag == "video")
    assert "<figcaption>第一通 &lt;b&gt;<details><summary>文字稿</summary>" in shown
    assert (
        '<li data-from="1" data-to="3.5"><small>0:01</small> <b>王女士</b> <span>我 请了 假 &amp; 等</span></li>'
        in shown
    )
    assert [link.target for link in here.images] == [file]
    assert here.problems == []


def test_plain_text_is_a_transcript_of_sound_and_half_of_one_of_a_video() -> None:
    sound, video = page("![a](call.ogg)", txt="客服：您好。\n\n<i>\n"), page("![a](call.webm)", txt="客服：您好。")
    assert "<p>客服：您好。</p><p>&lt;i&gt;</p></details>" in html(sound)
    assert "<p>客服：您好。</p></details>" in html(video)
    assert [problem.code for problem in (*sound.problems, *video.problems)] == ["MD523"]


def test_a_recording_for_trainers_alone_is_not_in_the_page() -> None:
    here = page("> [!讲师]\n> 听一听\n>\n> ![a](call.mp3)\n", txt="a")
    assert "audio" not in html(here)
    assert [link.target for link in here.trainer_files] == ["call.mp3"]


def test_captions_are_read_with_their_times_and_speakers() -> None:
    problems: list[Problem] = []
    source = Source(path="c/a.vtt", text=CAPTIONS + "\n100:00:00.000 --> 100:00:01.000\n完\n")
    assert read_captions(source, problems) == [
        Cue(start=1.0, end=3.5, speaker="王女士", text="我 请了 假 & 等"),
        Cue(start=360000.0, end=360001.0, speaker="", text="完"),
    ]
    assert problems == []


@pytest.mark.parametrize(
    "time", ["00:02.000 --> 00:01.000", "0:1 --> 0:2", "00:01.000 -> 00:02.000", "99:99.000 --> 1"]
)
def test_a_time_that_cannot_be_meant_is_told_with_its_line(time: str) -> None:
    problems: list[Problem] = []
    read_captions(Source(path="c/a.vtt", text=f"WEBVTT\n\n1\n{time}\n您好\n"), problems)
    assert [(problem.code, problem.span.line) for problem in problems] == [("MD525", 4)]
