// Saves what is typed in <form data-draft="address">, and says truthfully whether it is saved.
// The address answers 2xx when the draft is kept; anything else, a redirect too, means not saved.
// Without this module the form is sent by its button as always.
const WAIT = 800;
const AGAIN = 15000;
const PATIENCE = 4000;

class Draft {
  constructor(form) {
    this.form = form;
    this.line = form.querySelector("[data-draft-status]");
    this.changed = this.saved = 0;
    form.addEventListener("input", () => this.note());
    form.addEventListener("focusout", () => this.save());
    form.addEventListener("submit", (event) => this.leave(event));
    addEventListener("pagehide", () => this.isBusy ? this.send(this.typed(), { keepalive: true }) : this.save({ keepalive: true }));
    addEventListener("pageshow", () => { this.isGoing = false; });
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
    const { now, body } = (!options.keepalive && this.doubt) || { now: this.changed, body: this.typed() };
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

  // What is on its way is waited for: its answer says on which version the form now stands.
  async leave(event) {
    clearTimeout(this.timer);
    if (this.isGoing || !this.isBusy || !this.form.requestSubmit) {
      this.saved = this.changed;
      return this.sending?.abort();
    }
    event.preventDefault();
    if (this.isWaiting) return;
    this.isWaiting = true;
    await Promise.race([this.underway, new Promise((done) => setTimeout(done, PATIENCE))]);
    await null; // the version is renewed first
    [this.isWaiting, this.isGoing] = [false, true];
    this.form.requestSubmit(event.submitter);
  }

  typed() {
    const body = new FormData(this.form);
    for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
    return body;
  }

  send(body, options) {
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
