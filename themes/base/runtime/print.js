// Print buttons: the browser's own print of this document, as a chapter or as the whole course.

function printPart(part) {
  const root = document.documentElement;
  root.dataset.print = part;
  window.addEventListener("afterprint", () => delete root.dataset.print, { once: true });
  window.print();
}
