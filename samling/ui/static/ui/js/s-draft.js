// Saves what is typed in <form data-draft="address">, and says truthfully whether it is saved.
// The address answers 2xx when the draft is kept; anything else, a redirect too, means not saved.
// Without this module the form is sent by its button as always.
const WAIT = 800;
const AGAIN = 15000;

class Draft {
  constructor(form) {
    this.form = Object.assign(form, { draft: this }); // s-send waits for it
    this.line = form.querySelector("[data-draft-status]");
    this.changed = this.saved = 0;
    form.addEventListener("input", () => this.note());
    form.addEventListener("focusout", () => this.save());
    form.addEventListener("submit", () => { this.saved = this.changed; clearTimeout(this.timer); this.sending?.abort(); });
    addEventListener("pagehide", () => this.isBusy ? this.send(new FormData(this.form), { keepalive: true }) : this.save({ keepalive: true }));
    document.addEventListener("visibilitychange", () => document.hidden && this.save({ keepalive: true }));
    addEventListener("online", () => this.save());
    document.addEventListener("samling:back", () => this.save());
    addEventListener("beforeunload", (event) => this.isUnsaved && this.failed && event.preventDefault());
  }

  get isUnsaved() { return this.changed > this.saved; }

  note() {
    this.changed += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), WAIT);
  }

  async save(options = {}) {
    clearTimeout(this.timer);
    if (!this.isUnsaved || this.isBusy || this.isGoing) return;
    const { now, body } = (!options.keepalive && this.doubt) || { now: this.changed, body: new FormData(this.form) };
    this.isBusy = true;
    this.say("saving");
    const answer = await (this.underway = this.send(body, options));
    this.isBusy = false;
    this.doubt = answer ? null : { now, body }; // it may be kept all the same: it is sent again before anything newer
    this.failed = !answer?.ok;
    if (this.failed) return this.keep(answer);
    this.saved = now;
    this.time = answer.headers.get("Draft-Saved") || clock();
    this.renew(answer.headers.get("Draft-Version"));
    this.say("saved");
    if (this.isUnsaved) this.note();
  }

  send(body, options) {
    for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
    const headers = { "X-Draft": "1" };
    const { signal } = (this.sending = new AbortController());
    return fetch(this.form.dataset.draft, { method: "POST", body, headers, redirect: "manual", signal, ...options })
      .catch(() => null);
  }

  async keep(answer) {
    this.renew(answer?.headers.get("Draft-Version")); // a part may be saved though the whole is not
    const isWords = answer?.headers.get("Content-Type")?.startsWith("text/plain");
    this.say(this.time ? "kept" : "never", isWords ? await answer.text() : "");
    this.timer = setTimeout(() => this.save(), AGAIN);
  }

  renew(version) {
    const field = this.form.elements.namedItem("version");
    if (version && field) field.value = version;
  }

  say(state, more = "") {
    if (!this.line) return;
    this.line.dataset.state = state === "never" ? "kept" : state;
    this.line.textContent = `${this.line.dataset[state].replace("%(time)s", this.time)} ${more}`.trim();
  }
}

function clock() {
  const time = new Date().toLocaleTimeString("sv", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Stockholm" });
  return document.documentElement.lang === "sv" ? time.replace(":", ".") : time;
}

for (const form of document.querySelectorAll("form[data-draft]:not([data-draft=''])")) new Draft(form);
