// Making elements, reading the page's packed data, and telling the document what happened.

/** A new element. Props are properties where the element has them, else attributes; on* are listeners; text stays text. */
function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) setProp(element, name, value);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function setProp(element, name, value) {
  if (value === undefined || value === null) return;
  if (name === "class") element.className = value;
  else if (name === "dataset") Object.assign(element.dataset, value);
  else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name in element && !name.includes("-") && name !== "list" && name !== "form") element[name] = value;
  else element.setAttribute(name, value === true ? "" : value);
}

/** The nodes of a piece of HTML from our own renderer. Never give it a learner's words or a file's. */
function fragment(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const nodes = document.createDocumentFragment();
  nodes.append(...parsed.body.childNodes);
  return document.adoptNode(nodes);
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

function announce(type, detail) {
  document.dispatchEvent(new CustomEvent(type, { detail }));
}
