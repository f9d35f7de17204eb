"""Recordings: ``![what it is](audio/call.mp3 "title")`` alone in its paragraph is a player with its transcript.

The transcript lies beside the recording under the same name: ``call.vtt`` (captions with their times) or ``call.txt``.
WCAG 2.2 asks for it (1.2.1 to 1.2.3), so a recording without one is an error. Captions cannot be loaded from files by
a page that is a file itself: they stand in the page as the transcript, from where a script gives them to the player.
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.common.utils import escapeHtml
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from ssg.parse.page import Page, page
from ssg.parse.prose.captions import Cue, clock, read_captions
from ssg.parse.prose.phrases import phrase
from ssg.parse.prose.places import place
from ssg.parse.prose.plain import plain

AUDIO = (".mp3", ".m4a", ".ogg", ".wav")
VIDEO = (".mp4", ".webm")
MEDIA = (*AUDIO, *VIDEO)
TRANSCRIPTS = (".vtt", ".txt")


def read_recordings(state: StateCore) -> None:
    """Make figures of the recordings of a text; it runs after its links are read."""
    if "![" not in state.src:
        return
    here = page(state.env)
    if here is None:
        return
    for at, token in enumerate(state.tokens):
        children = token.children or []
        if token.type == "inline" and any(child.type == "recording" for child in children):
            here.features.add("recording")
            if len(children) == 1 and state.tokens[at - 1].type == "paragraph_open":
                _make_figure(state.tokens[at - 1 : at + 2], here)
            else:
                first = next(child for child in children if child.type == "recording")
                here.report("MD521", place(here, token, first.meta["at"], first.meta["end"]), target=first.meta["file"])


def _make_figure(paragraph: Sequence[Token], here: Page) -> None:
    opening, inline, closing = paragraph
    (recording,) = inline.children or []
    opening.type, closing.type = "figure_open", "figure_close"
    opening.tag = closing.tag = "figure"
    opening.hidden = closing.hidden = False
    opening.attrs["class"] = "recording"
    recording.meta |= {"cues": [], "lines": []}
    _add_transcript(recording, inline, here)


def _add_transcript(recording: Token, inline: Token, here: Page) -> None:
    file = str(recording.meta["file"])
    stem, is_video = file.rpartition(".")[0], file.lower().endswith(VIDEO)
    captions, text = (here.transcripts.get(stem + suffix) for suffix in TRANSCRIPTS)
    if captions:
        recording.meta["cues"] = read_captions(captions, here.problems)
    elif text:
        recording.meta["lines"] = [line.strip() for line in text.text.split("\n") if line.strip()]
    if not captions and (is_video or not recording.meta["lines"]):
        code = "MD523" if text and is_video else "MD522"
        span = place(here, inline, recording.meta["at"], recording.meta["end"])
        here.report(code, span, target=file, captions=f"{stem}.vtt", text=f"{stem}.txt")


def render_recording(token: Token, here: Page | None) -> str:
    """The player, its title and its transcript."""
    name, source = escapeHtml(plain(token.children or [])), escapeHtml(str(token.attrs["src"]))
    cues: Sequence[Cue] = token.meta.get("cues", ())
    tag = "video" if str(token.meta["file"]).lower().endswith(VIDEO) else "audio"
    captions = f' data-captions="{phrase("captions", here)}"' if tag == "video" and cues else ""
    player = f'<{tag} controls preload="metadata" src="{source}" aria-label="{name}"{captions}></{tag}>'
    title = escapeHtml(str(token.attrs.get("title", ""))) or name
    return f"{player}\n<figcaption>{title}{_transcript(token, cues, here)}</figcaption>"


def _transcript(token: Token, cues: Sequence[Cue], here: Page | None) -> str:
    lines: Sequence[str] = token.meta.get("lines", ())
    if not cues and not lines:
        return ""
    body = f"<ol>{''.join(map(_cue, cues))}</ol>" if cues else "".join(f"<p>{escapeHtml(line)}</p>" for line in lines)
    return f"<details><summary>{phrase('transcript', here)}</summary>{body}</details>"


def _cue(cue: Cue) -> str:
    speaker = f"<b>{escapeHtml(cue.speaker)}</b> " if cue.speaker else ""
    text = f"{speaker}<span>{escapeHtml(cue.text)}</span>"
    return f'<li data-from="{cue.start:g}" data-to="{cue.end:g}"><small>{clock(cue.start)}</small> {text}</li>'
