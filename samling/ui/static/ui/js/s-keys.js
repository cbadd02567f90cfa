// Single-key shortcuts: "/" to the search field, and whatever stands in data-key ("n", "g i"); "?" lists them.
// <s-keys> is only on the page when the reader has not turned them off. Never inside fields.
const PAUSE = 1200;

class Keys extends HTMLElement {
  connectedCallback() {
    this.typed = "";
    document.querySelector("[data-keys-choice]")?.removeAttribute("hidden");
    if (this.dataset.off !== undefined) return;
    addEventListener("keydown", (event) => this.press(event));
  }

  press(event) {
    const busy = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented;
    if (busy || event.target.closest("input, textarea, select, [contenteditable], dialog[open]")) return;
    if (document.body.dataset.covered !== undefined || event.key.length > 1) return;
    if (event.key === "?") return this.list();
    this.typed = `${this.typed} ${event.key}`.trim().slice(-3);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.typed = ""; }, PAUSE);
    const meant = this.find(this.typed) || this.find(event.key);
    if (!meant) return;
    event.preventDefault();
    this.typed = "";
    meant.matches("input") ? meant.focus() : meant.click();
  }

  find(key) { return [...document.querySelectorAll("[data-key]")].find((place) => place.dataset.key === key); }

  list() {
    const rows = [...document.querySelectorAll("[data-key]")].map((place) => {
      const row = document.createElement("div");
      row.append(made("dt", place.dataset.key), made("dd", place.dataset.keyName || place.textContent.trim()));
      return row;
    });
    const dialog = made("dialog", "");
    const facts = made("dl", "", "facts");
    facts.append(...rows);
    const close = made("button", this.dataset.close, "button");
    close.addEventListener("click", () => dialog.close());
    dialog.append(made("h2", this.dataset.title), facts, close);
    dialog.addEventListener("close", () => dialog.remove());
    this.append(dialog);
    dialog.showModal();
  }
}

function made(tag, text, className = "") {
  return Object.assign(document.createElement(tag), { textContent: text, className });
}

customElements.define("s-keys", Keys);
