// Lays a page that was fetched into the one that stands open, as a browser would show it, and reads it with axe.
// What stands around <main> is read again only where it has a shape that was not read before.
window.laid = (() => {
  const seen = new Set();
  const SAID = new Set(["class", "role", "id", "type", "for", "hidden", "lang", "dir", "tabindex", "disabled"]);

  function lay(html) {
    const made = new DOMParser().parseFromString(html, "text/html");
    for (const { name, value } of made.documentElement.attributes) document.documentElement.setAttribute(name, value);
    document.title = made.title;
    document.body.replaceWith(document.adoptNode(made.body));
  }

  // Tags, what styles and readers go by, and whether something is said; not what is said.
  function shape(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.data.trim() && "…";
    if (node.nodeType !== Node.ELEMENT_NODE || node.tagName === "MAIN") return "";
    const marks = [...node.attributes].map(({ name, value }) =>
      SAID.has(name) || name === "aria-current" ? `${name}=${value}` : name.startsWith("aria-") ? `${name}=${value && "…"}` : name);
    return `<${node.localName} ${marks.join(" ")}>${[...node.childNodes].map(shape).join("")}</>`;
  }

  async function read(laws, { whole = false, colours = true } = {}) {
    const frame = shape(document.documentElement);
    const where = whole || !seen.has(frame) || !document.querySelector("main") ? document : "main";
    seen.add(frame);
    const { violations } = await axe.run(where, {
      runOnly: laws, resultTypes: ["violations"], rules: { "color-contrast": { enabled: colours } },
    });
    const root = document.documentElement;
    return {
      faults: violations.flatMap((one) => one.nodes.map((node) =>
        `${one.id} ${node.html.slice(0, 160)} ${(node.failureSummary ?? "").slice(0, 200)}`)),
      wide: root.scrollWidth - root.clientWidth,
    };
  }

  // What stands outside the sheet when a page is printed, be it in a box that scrolls on a screen.
  function outside() {
    const sheet = document.documentElement.clientWidth + 1, across = 986;
    return [...document.querySelectorAll("main *")].filter((node) => !node.closest("svg, .hidden-words")
      && node.getBoundingClientRect().right > (node.closest(".wide-tables") ? across : sheet))
      .map((node) => `${node.localName} ${node.textContent.trim().slice(0, 60)}`).slice(0, 3);
  }

  return { lay, outside, read, layAndRead: (html, laws) => { lay(html); return read(laws); } };
})();
