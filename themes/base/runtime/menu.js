// The chapter list: beside the text where there is room and can be folded, over it on a phone.

function wireMenu() {
  const root = document.documentElement;
  const button = document.getElementById("menu-button");
  const list = document.getElementById("chapters");
  const wide = matchMedia("(min-width: 60rem)");

  button.addEventListener("click", () => {
    if (!wide.matches) list.togglePopover({ source: button });
    else if (root.dataset.menu) delete root.dataset.menu;
    else root.dataset.menu = "folded";
    tellState();
  });
  list.addEventListener("toggle", tellState);
  list.addEventListener("click", (event) => event.target.closest("a") && list.matches(":popover-open") && list.hidePopover());
  wide.addEventListener("change", tellState);
  tellState();

  function tellState() {
    if (wide.matches && list.matches(":popover-open")) list.hidePopover();
    button.setAttribute("aria-expanded", String(wide.matches ? !root.dataset.menu : list.matches(":popover-open")));
  }
}
