// Print: the browser's own print of this document, as a chapter or as the whole course, with running heads.

function printPart(part) {
  const root = document.documentElement;
  root.dataset.print = part;
  window.addEventListener("afterprint", () => delete root.dataset.print, { once: true });
  window.print();
}

/** No browser takes running heads from a page's headings yet, so each chapter gets a named page. */
function wireHeads() {
  const side = document.dir === "rtl" ? "right" : "left";
  const rules = course.data.chapters.map(({ id, title }, at) => {
    const head = JSON.stringify(`${course.data.title} · ${at + 1} ${title}`);
    return `@page chapter-${at} { @top-${side} { content: ${head}; } } [data-chapter=${JSON.stringify(id)}].chapter { page: chapter-${at}; }`;
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@layer print { ${rules.join(" ")} }`);
  document.adoptedStyleSheets.push(sheet);
}
