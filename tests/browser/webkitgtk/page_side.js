// The page's half: every function takes the input of one call and gives what the caller wants to know.

const injected = new (InjectedScript())(globalThis, options);
const utility = new (UtilityScript())(globalThis, false);
const handles = new Map();
const errors = [];

window.addEventListener("error", ({ error, message }) => errors.push(`${error?.stack ?? message}`));
window.addEventListener("unhandledrejection", ({ reason }) => errors.push(`${reason?.stack ?? reason}`));
const complain = console.error;
console.error = (...words) => {
  errors.push(words.join(" "));
  complain(...words);
};

const all = (selector, root = document) => injected.querySelectorAll(injected.parseSelector(selector), root);
const rooted = ({ handle }) => (handle ? handles.get(handle) : document);

/** The one element of a selector; undefined while there is none. */
function one({ selector, strict, handle }) {
  const found = all(selector, rooted({ handle }));
  if (strict && found.length > 1) throw injected.strictModeViolationError(injected.parseSelector(selector), found);
  return found[0];
}

function keep(guid, value) {
  handles.set(guid, value);
  return value instanceof Node;
}

/** What the client sends, as the page's script reads it: strings, numbers and truths bare. */
function plain(value) {
  if (value?.a) return { ...value, a: value.a.map(plain) };
  if (value?.o) return { ...value, o: value.o.map(({ k, v }) => ({ k, v: plain(v) })) };
  return value?.s ?? value?.n ?? value?.b ?? value;
}

/** Runs an author's function, or an expression, on serialised arguments. `eval` is refused by the page's policy, so the
 * caller compiled it. */
function run({ code, arg, returns }, ...first) {
  const given = (arg?.handles ?? []).map(({ guid }) => handles.get(guid));
  utility.global = { eval: () => (typeof code === "function" ? (...args) => code(...first, ...args) : code) };
  return utility.evaluate(undefined, returns !== "handle", "", 1, plain(arg?.value), ...given);
}

const api = {
  errors: () => errors.splice(0),
  address: () => location.href,
  count: ({ selector }) => all(selector).length,

  async expect({ selector, expression, ...rest }) {
    const elements = all(selector ?? (expression === "to.match.aria" ? "body" : ":root"));
    const many = expression === "to.have.count" || expression.endsWith(".array");
    if (!many && elements.length > 1) throw injected.strictModeViolationError(injected.parseSelector(selector), elements);
    if (many || elements.length) return injected.expect(elements[0], { expression, ...rest }, elements, true);
    const absent = { "to.be.hidden": true, "to.be.visible": false, "to.be.detached": true, "to.be.attached": false, "to.be.in.viewport": false };
    return { matches: absent[expression] ?? rest.isNot, missing: true };
  },

  /** An element that can be worked with, brought into view; a word for what it still lacks. */
  async ready({ states, scroll, ...where }) {
    const element = where.handle && !where.selector ? handles.get(where.handle) : one(where);
    if (!element) return "absent";
    const lacking = await injected.checkElementStates(element, states, true);
    if (lacking) return `not ${lacking.missingState}`;
    if (scroll) element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    return element;
  },

  state: ({ state, ...where }) => {
    const element = where.handle && !where.selector ? handles.get(where.handle) : one(where);
    return element ? injected.elementState(element, state, true).matches : ["hidden", "detached"].includes(state);
  },

  wait: ({ state, guid, ...where }) => {
    const element = one(where);
    const is = element ? state === "attached" || injected.elementState(element, state, true).matches : ["hidden", "detached"].includes(state);
    if (is && element) keep(guid, element);
    return { is, found: Boolean(element) };
  },

  read: ({ what, attribute, ...where }) => {
    const element = where.handle && !where.selector ? handles.get(where.handle) : one(where);
    if (!element) return { absent: true };
    if (what === "attribute") return { value: element.getAttribute(attribute) };
    if (what === "inputValue") return { value: injected.retarget(element, "follow-label").value };
    if (what === "box") return { value: (({ x, y, width, height }) => ({ x, y, width, height }))(element.getBoundingClientRect()) };
    if (what === "aria") return { value: injected.ariaSnapshot(element, { mode: "default" }) };
    return { value: element[what] };
  },

  evaluate: (input) => run(input),
  evaluateHandle: async (input) => keep(input.guid, await run({ ...input, returns: "handle" })),
  evaluateOnHandle: (input) => run(input, handles.get(input.handle)),
  evaluateOnAll: (input) => run(input, all(input.selector)),
  evaluateOnOne: (input) => run(input, one(input)),
  truthy: async (input) => Boolean(await run({ ...input, returns: "handle" })),
  json: ({ handle }) => run({ code: (value) => value }, handles.get(handle)),
  query: ({ guid, ...where }) => {
    const element = one(where);
    return Boolean(element) && keep(guid, element);
  },
  queryAll: ({ selector, guid, handle }) => all(selector, rooted({ handle })).map((element, at) => keep(`${guid}.${at}`, element)).length,
  forget: ({ handle }) => void handles.delete(handle),

  point: ({ position }, element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x + (position?.x ?? width / 2), y + (position?.y ?? height / 2)].map(Math.round);
  },
  fill: ({ text }, element) => {
    const field = injected.retarget(element, "follow-label");
    const outcome = injected.fill(field, text);
    if (outcome === "error:notconnected") return outcome;
    if (outcome !== "done") text ? document.execCommand("insertText", false, text) : document.execCommand("delete");
    return "done";
  },
  insert: ({ text }) => document.execCommand("insertText", false, text),
  select: ({ options: wanted }, element) => injected.selectOptions(element, wanted),
  focus: (_, element) => injected.focusNode(element),
  blur: (_, element) => injected.blurNode(element),
  dispatch: ({ type, arg }, element) => injected.dispatchEvent(element, type, run({ code: (init) => init, arg, returns: "handle" })),
};

Object.defineProperty(window, "tests", { value: api });
