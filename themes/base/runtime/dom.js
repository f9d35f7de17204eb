// Making elements, reading the page's packed data, and telling the document what happened.

/** A new element: h("p.note", …) is <p class="note">. Of the parts, plain objects are properties or attributes, what
 * is absent is left out, and the rest are children; text stays text. */
function h(selector, ...parts) {
  const [tag, ...classes] = selector.split(".");
  const element = document.createElement(tag);
  element.classList.add(...classes);
  return fill(element, parts);
}

function fill(element, ...parts) {
  for (const part of parts.flat(Infinity)) {
    if (part?.constructor === Object) setProps(element, part);
    else if (part || part === 0) element.append(part);
  }
  return element;
}

function setProps(element, props) {
  for (const [name, value] of Object.entries(props)) {
    if (name === "dataset") Object.assign(element.dataset, value);
    else if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
}

function button(classes, onclick, ...parts) {
  return h(`button.${classes}`, { type: "button", onclick }, parts);
}

/** Asks in a row, before something goes; no brings back what stood there, and the focus to the button that was pressed. */
function askFirst(pressed, row, question, yes, no) {
  const before = [...row.childNodes];
  const goBack = () => {
    row.replaceChildren(...before);
    pressed.focus();
  };
  row.replaceChildren(h("p", { role: "alert" }, question), yes, button("button", goBack, no));
  yes.focus();
}

/** The tag of a heading one level below another. */
function tagBelow(heading) {
  return `h${Math.min(6, Number(heading.tagName[1]) + 1)}`;
}

/** Focuses an element that tabbing may pass by, without moving the page. */
function focusQuietly(element) {
  element.focus({ preventScroll: true });
}

/** The nodes of a piece of HTML from our own renderer. Never give it a learner's words or a file's. */
function fragment(html) {
  return document.createRange().createContextualFragment(html);
}

/** A copy of what waits in an element's own template. */
function templateOf(element) {
  return element.querySelector(":scope > template").content.cloneNode(true);
}

/** The number of the choice that is made in a part; 0 where there is none to make. */
function checkedNumber(part) {
  return Number(part.querySelector(":checked")?.value ?? 0);
}

/** The JSON of a data script of the page. */
function readData(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

/** The key of a block: base64 of UTF-8 JSON, in its own `script.key`. Packed so that answers are not in plain sight. */
function unpack(element) {
  const script = element.querySelector(":scope > script.key");
  const bytes = Uint8Array.from(atob(JSON.parse(script.textContent)), (letter) => letter.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** Calls back with the detail of an announcement of this type. */
function listen(type, callback) {
  document.addEventListener(type, ({ detail }) => callback(detail));
}

function announce(type, detail) {
  document.dispatchEvent(new CustomEvent(type, { detail }));
}

/** Says that the learner made something: the value of a record that is neither an answer nor a play. */
function keepField(id, value) {
  announce("course:field", { id, value });
}
