// The chapter list: beside the text where there is room and can be folded, over it on a phone.

function wireMenu() {
  const root = document.documentElement;
  const button = document.getElementById("menu-button");
  const list = document.getElementById("chapters");
  const wide = matchMedia("(min-width: 60rem)");
  let leaving = false;
  let opener;

  button.addEventListener("click", () => {
    if (!wide.matches) list.togglePopover({ source: button });
    else if (root.dataset.menu) delete root.dataset.menu;
    else root.dataset.menu = "folded";
    tellState();
  });
  list.addEventListener("beforetoggle", ({ newState }) => newState === "open" && (opener = document.activeElement));
  list.addEventListener("toggle", onToggle);
  list.addEventListener("click", choose);
  window.addEventListener("popstate", goBack);
  wide.addEventListener("change", tellState);
  listen("course:shown", () => setTimeout(showCurrent)); // not before the first paint
  tellState();

  function tellState() {
    if (wide.matches && list.matches(":popover-open")) list.hidePopover();
    button.setAttribute("aria-expanded", String(wide.matches ? !root.dataset.menu : list.matches(":popover-open")));
  }

  /** Over the text the open list is a stop of the history, so that "back" closes it. */
  function onToggle({ newState }) {
    tellState();
    showCurrent();
    leaving = newState === "closed" && Boolean(history.state?.list);
    if (leaving) history.back();
    else if (newState === "open" && !history.state?.list) history.pushState({ ...history.state, list: true }, "");
  }

  function goBack(event) {
    if (!leaving && !list.matches(":popover-open")) return;
    leaving = false;
    event.stopImmediatePropagation();
    list.hidePopover();
    focusQuietly(opener); // in Firefox a step back has taken it away
  }

  /** A chosen chapter takes the place of the open list in the history. */
  function choose(event) {
    const link = event.target.closest("a");
    if (!link || !list.matches(":popover-open")) return;
    event.preventDefault();
    history.replaceState({ ...history.state, list: false }, "");
    location.replace(link.href);
    list.hidePopover();
  }

  function showCurrent() {
    list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }
}

/** Opens the list, and lets the keyboard go on from the current chapter in it. */
function openMenu() {
  const button = document.getElementById("menu-button");
  if (button.ariaExpanded === "false") button.click();
  document.querySelector("#chapters [aria-current], #chapters a").focus();
}
