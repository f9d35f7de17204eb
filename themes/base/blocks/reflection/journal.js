// A journal: what was written down on different days, with its date, which is there for its reader and decides nothing.
// Records: journal:CHAPTER/BLOCK/draft/PROMPT holds what is being written, journal:CHAPTER/BLOCK/entry/… what was dated.

/** The dated entries of a reflection, the newest first. */
function journalEntries(path) {
  const entries = course.store.list(`journal:${path}/entry/`).map(([id, entry]) => ({ id, ...entry }));
  return entries.sort((one, other) => other.number - one.number || (one.id < other.id ? 1 : -1));
}

/** All that is written in a reflection, the newest first: what has no date yet, then the dated entries. */
function journalTexts(path, prompts = []) {
  const texts = prompts.map(([id, prompt]) => [prompt, course.record(`journal:${path}/draft/${id}`)]).filter(([, text]) => text?.trim());
  return [...(texts.length ? [{ date: null, texts }] : []), ...journalEntries(path)];
}

function dateWords(date) {
  const moment = new Date(date);
  if (date === null) return t("journal_draft");
  return Number.isNaN(moment.getTime()) ? "" : moment.toLocaleString(locale, { dateStyle: "long", timeStyle: "short" });
}

/** An entry to read; `parts` come after its texts. */
function entryBox(tag, date, texts, ...parts) {
  return h("article.entry", h(`${tag}.entry-date`, { tabIndex: -1 }, date), texts.map(([prompt, text]) => [h("p.label", prompt), h("p.written", text)]), parts);
}

/** Every reflection of the course with what is in it, also those that an edit of the course took away. */
function journals(entries) {
  const known = entries.map((entry) => ({ ...entry, written: journalTexts(entry.path, entry.block.prompts) }));
  const paths = new Set(known.map(({ path }) => path));
  const others = new Set(course.store.list("journal:").flatMap(([id]) => id.match(/^journal:(.+)\/entry\//)?.[1] ?? []));
  const gone = [...others].filter((path) => !paths.has(path)).map((path) => ({ written: journalTexts(path) }));
  return [...known, ...gone].filter(({ written }) => written.length);
}

/** The journal on the page of results, in two parts: what is the learner's own, and what is handed in. */
function journalSections(entries) {
  const all = journals(entries);
  const sections = ["own", "shared"].flatMap((journal) => {
    const part = all.filter(({ block }) => (journal === "shared") === Boolean(block?.handedIn));
    const words = [h("p.whose", t(`journal_${journal}_why`)), part.map(journalOf)];
    return part.length ? fill(resultsSection(t(`journal_${journal}`), words), { dataset: { journal } }) : [];
  });
  sections[0]?.append(...journalTools(all));
  return sections.length ? sections : [resultsSection(t("journal_own"), h("p", t("journal_none")))];
}

function journalOf({ block, chapter, written }) {
  const title = block ? entryLink({ chapter, block }) : written[0].title;
  return h("div.journal", h("h3", title), written.map(({ date, texts }) => entryBox("h4", dateWords(date), texts)));
}

function journalTools(all) {
  const page = document.querySelector(".results");
  const too = h("input", { type: "checkbox", checked: page.dataset.own === "print", onchange: () => (page.dataset.own = too.checked ? "print" : "") });
  return [h("label.too", too, t("journal_too")), h("p.actions", button("button", () => printPart("journal"), t("journal_print")), button("button", () => saveJournal(all), t("journal_save")))];
}

/** A text file that any editor opens. */
function saveJournal(all) {
  const journal = ({ block, written }) => [
    `# ${block?.title ?? written[0].title}`,
    ...written.flatMap(({ date, texts }) => [dateWords(date), ...texts.map((text) => text.join("\n"))]),
  ];
  offerFile(fileName(t("journal_file")).replace(/json$/, "txt"), `\ufeff${all.flatMap(journal).join("\n\n")}\n`, "text/plain;charset=utf-8");
}

/** What was written into reflections that the author asked to be handed in. */
function handedInJournal(shared) {
  return shared.flatMap(({ block, path }) =>
    journalTexts(path, block.prompts).map(({ date, texts }) => ({ ...whereIs(`:${path}`), date, texts: texts.map(([prompt, text]) => ({ prompt, text })) })),
  );
}

reportKind("reflection", journalSections);
resultParts.push(() => {
  const shared = allBlocks("reflection").filter(({ block }) => block.handedIn);
  return shared.length ? { journal: handedInJournal(shared) } : {};
});
