// Pictures that one walks in: in a drawing marked data-walk the arrow keys go from node to node in reading order,
// Home and End to the first and the last. Enter opens, since each node is a link; Escape leads out of the picture.
const STEP = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

addEventListener("keydown", (event) => {
  const node = event.target.closest?.("svg[data-walk] a");
  if (!node || event.ctrlKey || event.metaKey || event.altKey) return;
  const nodes = [...node.closest("svg").querySelectorAll("a")];
  const here = nodes.indexOf(node);
  const to = event.key === "Home" ? 0 : event.key === "End" ? nodes.length - 1
    : event.key in STEP ? (here + STEP[event.key] + nodes.length) % nodes.length : -1;
  if (event.key === "Escape") node.blur();
  if (to < 0) return;
  event.preventDefault();
  nodes[to].focus();
});
