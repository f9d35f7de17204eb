// A definition that is open while its link is followed would wait, open, on the page that was left.

window.addEventListener("hashchange", () => document.querySelector(".definition:popover-open")?.hidePopover());
