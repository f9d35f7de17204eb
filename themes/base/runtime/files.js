// Files the learner keeps: progress saved and loaded again. ssg/schemas/progress-1.schema.json describes the file.

const PROGRESS_FORMAT = "coursewright-progress";
const SCHEMA = 1;
const LARGEST_FILE = 20e6;
let savedToFile = 0; // the counter of the newest record that is in a file

function saveProgress() {
  const records = course.store.snapshot();
  const file = { ...fileHead(PROGRESS_FORMAT), records: Object.fromEntries(records) };
  const newest = records.reduce((most, [, { n }]) => Math.max(most, n), 0);
  download(fileName(t("file_progress")), file, () => (savedToFile = newest));
}

/** What every file says first. */
function fileHead(format) {
  const { id, title, version, build } = course.data;
  return { format, schema: SCHEMA, course: { id, title, version, build }, exported: new Date().toISOString() };
}

function loadProgress() {
  const dialog = document.getElementById("load-dialog");
  dialog.querySelector("form").reset();
  dialog.querySelector(".load-how").hidden = !hasWork();
  openDialog("load-dialog", loadChosen);
}

async function loadChosen(dialog) {
  const [file] = dialog.querySelector("input[type=file]").files;
  if (!file) return t("load_none");
  if (file.size > LARGEST_FILE) return t("load_damaged");
  const text = await file.text();
  const problem = problemWith(text);
  if (problem) return problem;
  const records = Object.entries(JSON.parse(text).records);
  const replace = !hasWork() || dialog.querySelector("input[value=replace]").checked;
  if (replace) takeAll(records);
  else course.store.take(records);
  notify("loaded", "good", t("load_done", { n: records.filter(([id]) => id.startsWith("answer:")).length }));
}

/** In plain words why a text is no progress of this course; empty when it is. */
function problemWith(text) {
  try {
    return problemOf(JSON.parse(text));
  } catch {
    return t("load_damaged"); // no JSON, or not of the shapes below
  }
}

function problemOf({ format, schema, course: { id, title } = {}, records }) {
  if (format === "coursewright-results") return t("load_results_file");
  if (format !== PROGRESS_FORMAT) return t("load_other_file");
  if (schema > SCHEMA) return t("load_newer");
  if (id !== course.data.id) return t("load_other_course", { title: title ?? id });
  const all = Object.entries(records);
  return all.length && all.every(isProgressRecord) ? "" : t("load_damaged");
}

/** Whether a record of a file is sound, and leaves room for ages of counting: a file may come from anybody. */
function isProgressRecord([id, record]) {
  return isSound(id, record) && record.n < 2 ** 40;
}

/** Makes the file's state ours: what it does not have is forgotten, and all of it counts as newest. */
function takeAll(records) {
  const values = new Map(course.store.list().map(([id]) => [id, null]));
  for (const [id, { v }] of records) values.set(id, v);
  course.store.put([...values]);
  announce("course:restored", { ids: [...values.keys()] });
}

/** Whether there is anything that loading a file could cost the learner. */
function hasWork() {
  return course.store.list().some(([id]) => isWork(id));
}

/** Whether a record is something the learner made, not just where they were or how the page looks. */
function isWork(id) {
  return !/^(read|place|setting|seed|learner)\b/.test(id);
}

function resetProgress() {
  openDialog("reset-dialog", () => {
    const ids = course.store.list().map(([id]) => id).filter((id) => !id.startsWith("setting:"));
    course.store.forget(ids);
    announce("course:restored", { ids });
    location.hash = "#";
    notify("reset", "good", t("reset_done"));
  });
}

/** "course-progress-2026-05-01.json", without the characters that file systems refuse. */
function fileName(...words) {
  const parts = [course.data.title, ...words.filter(Boolean), today()];
  return `${parts.join("-").replace(/[\\/:*?"<>|\p{Cc}]/gu, "_").slice(0, 120)}.json`;
}

/** The day as it is written where the learner is not asked: 2026-05-01. */
function today() {
  return new Date().toLocaleDateString("sv"); // that is how Swedish writes it
}

function download(name, data, kept) {
  offerFile(name, JSON.stringify(data, null, 1), "application/json", kept);
}

/** Lets the browser save a file; `kept` is called once nothing speaks against its being there. A frame may be forbidden to
 * save files, and nothing tells the page: so there the text can be copied instead, and the learner says that they have it. */
function offerFile(name, text, type, kept = () => {}) {
  const framed = window !== window.top;
  if (framed) offerText(name, text, kept); // before the click below: that uses up the leave to move the focus
  const blob = new Blob([text], { type });
  const link = h("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  if (!framed) kept();
}

function offerText(name, text, kept) {
  const words = document.getElementById("copy-text");
  words.value = text;
  document.getElementById("copy-name").textContent = name;
  document.getElementById("copy-button").onclick = () => {
    words.select();
    tell(document.getElementById("copy-dialog"), t(document.execCommand("copy") ? "copy_done" : "copy_failed")); // frames have no other way
  };
  openDialog("copy-dialog", () => void kept());
  words.focus(); // a frame of another origin leaves the focus behind
}
