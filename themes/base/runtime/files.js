// Files the learner keeps: progress saved and loaded again. ssg/schemas/progress-1.schema.json describes the file.

const PROGRESS_FORMAT = "coursewright-progress";
const PROGRESS_SCHEMA = 1;
const LARGEST_FILE = 20e6;
let savedToFile = 0; // the counter of the newest record that is in a file

function saveProgress() {
  const records = course.store.snapshot();
  const { id, title, version, build } = course.data;
  download(fileName(t("file_progress")), {
    format: PROGRESS_FORMAT,
    schema: PROGRESS_SCHEMA,
    course: { id, title, version, build },
    exported: new Date().toISOString(),
    records: Object.fromEntries(records),
  });
  savedToFile = Math.max(0, ...records.map(([, { n }]) => n));
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
  const { problem, records } = readProgress(await file.text());
  if (problem) return problem;
  const replace = !hasWork() || dialog.querySelector("input[value=replace]").checked;
  if (replace) takeAll(records);
  else course.store.take(records);
  notify("loaded", "good", t("load_done", { n: records.filter(([id]) => id.startsWith("answer:")).length }));
  return "";
}

/** The records of a progress file, or in plain words why it is none of ours. */
function readProgress(text) {
  const file = parseJson(text);
  if (file?.format === "coursewright-results") return { problem: t("load_results_file") };
  if (file?.format !== PROGRESS_FORMAT) return { problem: t(file ? "load_other_file" : "load_damaged") };
  if (file.schema > PROGRESS_SCHEMA) return { problem: t("load_newer") };
  if (file.course?.id !== course.data.id) return { problem: t("load_other_course", { title: String(file.course?.title ?? file.course?.id) }) };
  const records = Object.entries(file.records ?? {});
  if (!records.length || !records.every(isProgressRecord)) return { problem: t("load_damaged") };
  return { records };
}

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isShare = (value) => Array.isArray(value) && value.length === 2 && value.every(Number.isSafeInteger) && value[0] >= 0 && value[1] > 0;
const isAttempt = (value) => isShare(value?.earned) && Number.isSafeInteger(value.possible) && value.possible >= 0;
const isPlay = (play) => typeof play?.ending === "string" && Object.values(play.skills ?? {}).every((pair) => pair.every(Number.isSafeInteger));
const shapes = {
  answer: isAttempt,
  history: (value) => isAttempt(value?.first) && Number.isSafeInteger(value.attempts),
  play: (value) => typeof value === "object" && (value.ended ?? []).every(isPlay),
  draft: (value) => typeof value === "object",
  seed: Number.isSafeInteger,
  older: (value) => Array.isArray(value) && value.every(isAttempt),
  rows: (value) => Array.isArray(value) && value.every(Number.isSafeInteger),
  place: (value) => typeof value === "string",
  learner: (value) => typeof value === "string",
};

/** Whether a record of a file has the shape that its readers trust. */
function isProgressRecord([id, record]) {
  const [kind] = id.split(":");
  return isRecord(record) && (record.v === null || !Object.hasOwn(shapes, kind) || shapes[kind](record.v));
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
    course.store.put(ids.map((id) => [id, null]));
    announce("course:restored", { ids });
    location.hash = "#";
    notify("reset", "good", t("reset_done"));
  });
}

/** "course-progress-2026-05-01.json", without the characters that file systems refuse. */
function fileName(...words) {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  const parts = [course.data.title, ...words.filter(Boolean), day];
  return `${parts.join("-").replace(/[\\/:*?"<>|\p{Cc}]/gu, "_").slice(0, 120)}.json`;
}

function download(name, data) {
  const blob = new Blob([JSON.stringify(data, null, 1)], { type: "application/json" });
  const link = h("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
