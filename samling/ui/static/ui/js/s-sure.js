// Before a filled-in form is sent it is asked whether its writer is still signed in, and in the same role. If not, what
// was written stays: under the cover of s-lock, or beside a line that says why. The question is put and answered within
// the press itself, so that a form that may be sent is sent by it. Without this module the server asks to sign in.
const lock = document.querySelector("s-lock");
const line = document.querySelector("[data-trouble]");
const FIELDS = "textarea, select, input:not([type=hidden])";

function ask() {
  const asked = new XMLHttpRequest();
  asked.open("GET", lock.dataset.alive, false);
  try { asked.send(); } catch { return null; }
  return asked;
}

function tell(reason) {
  line.textContent = `${reason} ${line.dataset.kept}`;
  line.hidden = false;
  return false;
}

function maySend() {
  const answer = ask();
  if (!answer) return tell(line.dataset.trouble);
  if (answer.status === 401 || (answer.status === 204 && answer.getResponseHeader("Session-Person") !== lock.dataset.who)) {
    lock.cover(true);
    return false;
  }
  if (answer.status !== 204) return true; // the form itself is told what is the matter
  if (answer.getResponseHeader("Session-Capacity") !== lock.dataset.role) return tell(lock.dataset.otherRole);
  lock.renew(answer.getResponseHeader("Session-Form-Token"));
  return true;
}

addEventListener("submit", (event) => {
  const form = event.target;
  if (!lock || !line || event.defaultPrevented || form.getAttribute("method")?.toLowerCase() !== "post") return;
  if (form.querySelector(FIELDS) && !maySend()) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}, true);
