// The large wheel and the questions beside it say the same: a tap on a step answers the question, an answer moves the arm.
// Without this module the questions are answered as always.
const form = document.querySelector("form[data-wheel]");

function move(code, step) {
  for (const arm of form.querySelectorAll(`[data-arm="${code}"]`)) {
    arm.toggleAttribute("hidden", !step);
    const dot = step && arm.closest("svg").querySelector(`[data-dot="${code}-${step}"]`);
    if (!dot) continue;
    const [line, bead] = arm.children;
    for (const [name, from] of [["x2", "cx"], ["y2", "cy"]]) line.setAttribute(name, dot.getAttribute(from));
    for (const name of ["cx", "cy"]) bead.setAttribute(name, dot.getAttribute(name));
  }
}

form?.addEventListener("change", ({ target }) => {
  if (target.name?.startsWith("part_")) move(target.name.slice(5), target.value);
});

form?.addEventListener("click", ({ target }) => {
  const tap = target.closest("[data-tap]");
  if (!tap) return;
  const [code, step] = tap.dataset.tap.split("-");
  const now = form.elements.namedItem(`part_${code}`);
  const chosen = now.value === step ? "" : step;
  for (const one of now) if (one.value === chosen) { one.checked = true; one.dispatchEvent(new Event("change", { bubbles: true })); one.dispatchEvent(new Event("input", { bubbles: true })); }
});
