// What the parts of the page that only some courses have do once every script is read.

const beginnings = [];

function atStart(begin) {
  beginnings.push(begin);
}
