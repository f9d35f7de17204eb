// Captions: a page from a file may load none, so a video takes them from the transcript below it.

for (const video of document.querySelectorAll("video[data-captions]")) {
  const track = video.addTextTrack("captions", video.dataset.captions, video.closest("[lang]").lang);
  for (const cue of video.closest("figure").querySelectorAll("[data-from]")) {
    const words = [...cue.querySelectorAll("b, span")].map((part) => part.textContent).join("：");
    track.addCue(new VTTCue(Number(cue.dataset.from), Number(cue.dataset.to), words));
  }
  track.mode = "showing";
}
