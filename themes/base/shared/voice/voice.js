// Voice practice: the learner's own line recorded and heard again beside the model. It stays in this page's memory: no
// record holds it, and it is gone with the part of the page that it belongs to.

const LONGEST_TAKE = 60; // seconds
const VOICE_FAULTS = { NotFoundError: "none", NotReadableError: "busy", NotAllowedError: "denied", SecurityError: "denied" };
let voiceNow = null; // the one that asks for the microphone, records or plays

/** A control to record a line and hear it; `words`, where given, say which line. */
function voicePractice(words = "") {
  return h("cw-voice.voice", { role: "group", "aria-label": words ? t("voice_of", { words }) : t("voice") });
}

class Voice extends HTMLElement {
  connectedCallback() {
    if (this.said) return; // it was moved, and has kept its recording
    this.said = h("span.voice-said", { role: "status" });
    this.clock = h("span.voice-clock", { role: "timer", "aria-live": "off" });
    this.buttons = h("span.voice-buttons");
    this.replaceChildren(this.buttons, this.clock, this.said);
    this.#rest();
  }

  disconnectedCallback() {
    this.stop();
  }

  /** Ends what is going on: the question for the microphone, the recording, the playing. */
  stop() {
    this.halt?.();
    this.halt = null;
    if (voiceNow === this) voiceNow = null;
  }

  #begin(halt) {
    voiceNow?.stop();
    voiceNow = this;
    this.halt = halt;
  }

  #rest(said = "") {
    const recorded = [["play", "play", () => this.#play()], ["mic", "again", () => this.#record()], ["cross", "discard", () => this.#discard()]];
    this.#show("rest", said, ...(this.take ? recorded : [["mic", "record", () => this.#record()]]));
  }

  async #record() {
    let stream;
    let left = false;
    this.#begin(() => {
      left = true;
      this.#rest();
    });
    if (!navigator.mediaDevices || !window.MediaRecorder) return this.#fail(window.isSecureContext ? "unable" : "insecure");
    this.#show("asking", t("voice_asking"), ["cross", "cancel", () => this.stop()]);
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch (error) {
      const fault = VOICE_FAULTS[error.name] ?? "unable";
      return left || this.#fail(fault === "denied" && window.parent !== window ? "framed" : fault);
    }
    if (left) return release(stream);
    this.#run(stream);
  }

  #run(stream) {
    const recorder = new MediaRecorder(stream);
    const begun = performance.now();
    const parts = [];
    const clock = setInterval(() => {
      const seconds = Math.floor((performance.now() - begun) / 1000);
      this.clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
      if (seconds >= LONGEST_TAKE) this.stop();
    }, 250);
    this.halt = () => {
      clearInterval(clock);
      if (recorder.state !== "inactive") recorder.stop();
      release(stream); // at once: the browser's sign of a live microphone goes out
    };
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = () => {
      this.stop(); // it may have ended by itself, as when the microphone is pulled out
      this.#keep(new Blob(parts));
    };
    recorder.start();
    this.#show("recording", t("voice_recording"), ["stop", "stop", () => this.stop()]);
  }

  /** The sound itself, decoded: an address of it to play from would need a policy that allows more. */
  async #keep(blob) {
    try {
      this.take = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(await blob.arrayBuffer());
    } catch {
      return this.#fail("unable");
    }
    this.#rest(t("voice_taken", { n: Math.max(1, Math.round(this.take.duration)) }));
  }

  #play() {
    const context = new AudioContext();
    const source = new AudioBufferSourceNode(context, { buffer: this.take });
    this.#begin(() => {
      context.close();
      this.#rest();
    });
    source.connect(context.destination);
    source.onended = () => this.stop();
    source.start();
    this.#show("playing", t("voice_playing"), ["stop", "stop", () => this.stop()]);
  }

  #discard() {
    this.take = null;
    this.#rest();
  }

  #fail(fault) {
    this.halt = null;
    this.stop();
    this.#rest(`${t(`voice_${fault}`)}${t("voice_instead")}`);
  }

  /** `ways` are the buttons: icon, words, what they do. The focus stays on what stands in the place of the pressed one. */
  #show(state, said, ...ways) {
    const focused = this.buttons.contains(document.activeElement);
    this.dataset.state = state;
    this.clock.textContent = "";
    this.said.textContent = said;
    this.buttons.replaceChildren(...ways.map(([icon, words, act]) => button("button.quiet", act, spriteIcon(icon), t(`voice_${words}`))));
    if (focused) focusQuietly(this.buttons.firstElementChild);
  }
}

function release(stream) {
  for (const track of stream.getTracks()) track.stop();
}

customElements.define("cw-voice", Voice);

listen("course:shown", () => voiceNow?.stop());
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && voiceNow?.stop());
