// Before a filled-in form is sent it is asked whether its writer is still signed in, and in the same role. If not, what
// was written stays: under the cover of s-lock, or beside a line that says why. Without this module the server asks to
// sign in.
const lock = document.querySelector("s-lock");
const line = document.querySelector("[data-trouble]");
const FIELDS = "textarea, select, input:not([type=hidden])";
const PATIENCE = 8000, LEAVING = 3000;

function ask() {
  const options = { redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(PATIENCE) };
  return fetch(lock.dataset.alive, options).catch(() => null);
}

function tell(reason) {
  line.textContent = `${reason} ${line.dataset.kept}`;
  line.hidden = false;
  return false;
}

function maySend(answer) {
  if (!answer) return tell(line.dataset.trouble);
  if (answer.status === 401 || (answer.status === 204 && answer.headers.get("Session-Person") !== lock.dataset.who)) {
    lock.cover(true);
    return false;
  }
  if (answer.status !== 204) return true; // the form itself is told what is the matter
  if (answer.headers.get("Session-Capacity") !== lock.dataset.role) return tell(lock.dataset.otherRole);
  lock.renew(answer.headers.get("Session-Form-Token"));
  return true;
}

function send(form, submitter) {
  form.isSure = true;
  addEventListener("submit", (event) => { form.isGoing = !event.defaultPrevented; }, { once: true });
  form.requestSubmit(submitter);
  form.isSure = false;
  setTimeout(() => { form.isGoing = false; }, LEAVING); // a file was handed out, and the page stays
}

addEventListener("submit", async (event) => {
  const form = event.target;
  if (!lock || !line || event.defaultPrevented || form.isSure || form.getAttribute("method")?.toLowerCase() !== "post") return;
  if (!form.requestSubmit || !form.querySelector(FIELDS)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (form.isGoing) return;
  form.isGoing = true;
  const sure = maySend(await ask());
  form.isGoing = false;
  if (sure) send(form, event.submitter);
  else if (form.draft) form.draft.isGoing = false;
}, true);

addEventListener("pageshow", () => { for (const form of document.forms) form.isGoing = false; });
