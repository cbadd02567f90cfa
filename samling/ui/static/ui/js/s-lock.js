// Warns two minutes before the session ends, and covers the page when it has ended. What was typed stays
// underneath until the same person has signed in again. Without this module the server ends it alone.
const WARN = 120, TOUCH = 300;

class Lock extends HTMLElement {
  connectedCallback() {
    this.contact = this.active = Date.now();
    for (const kind of ["keydown", "pointerdown"]) addEventListener(kind, () => { this.active = Date.now(); }, true);
    setInterval(() => this.touchIfActive(), TOUCH * 1000);
    this.part("stay").addEventListener("click", async () => this.goOn(await this.ask("POST")));
    this.part("back").addEventListener("click", () => this.back());
    this.expect(Number(this.dataset.seconds));
  }

  part(name) { return this.querySelector(`[data-part=${name}]`); }
  show(name) { for (const kind of ["warn", "ended"]) this.part(kind).hidden = kind !== name; }

  expect(seconds) {
    this.ends = Date.now() + seconds * 1000;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), Math.max(seconds - WARN, 0) * 1000);
  }

  async ask(method = "GET") {
    const headers = { "X-CSRFToken": document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "" };
    const options = { method, headers, redirect: "manual", cache: "no-store" };
    const answer = await fetch(this.dataset.alive, options).catch(() => null);
    if (answer?.ok && method === "POST") this.contact = Date.now();
    return answer;
  }

  async touchIfActive() {
    if (this.isCovered || this.active <= this.contact) return false;
    const answer = await this.ask("POST");
    if (answer?.ok) this.goOn(answer);
    return answer?.ok;
  }

  goOn(answer) {
    if (!answer?.ok) return this.look();
    this.show();
    this.expect(Number(answer.headers.get("Session-Ends-In")) || Number(this.dataset.seconds));
  }

  async look() {
    if (await this.touchIfActive()) return;
    const answer = await this.ask();
    const left = Number(answer?.headers.get("Session-Ends-In")) || (this.ends - Date.now()) / 1000;
    if (answer?.status === 401 || left <= 1) return this.cover(true);
    if (left > WARN + 5) return this.goOn(answer);
    this.ends = Date.now() + left * 1000;
    const time = new Date(this.ends).toLocaleTimeString("sv", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Stockholm" });
    this.part("time").textContent = document.documentElement.lang === "sv" ? time.replace(":", ".") : time;
    this.show("warn");
    this.timer = setTimeout(() => this.look(), left * 1000 + 500);
  }

  cover(isOn) {
    this.isCovered = isOn;
    document.body.toggleAttribute("data-covered", isOn);
    document.querySelector(".page").inert = isOn;
    this.show(isOn ? "ended" : "");
    if (isOn) this.part("sign-in").focus();
  }

  renew(token) { for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token || field.value; }

  async back() {
    const answer = await this.ask();
    this.part("other").hidden = Boolean(answer?.ok);
    if (!answer?.ok) return;
    if (answer.headers.get("Session-Person") !== this.dataset.who) { location.replace("/"); return; }
    this.renew(answer.headers.get("Session-Form-Token"));
    this.cover(false);
    this.goOn(answer);
    document.dispatchEvent(new Event("samling:back"));
  }
}

customElements.define("s-lock", Lock);
