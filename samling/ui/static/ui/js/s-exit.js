// Leave quickly: <form data-exit> signs out and shows an empty page. Esc three times does the same, and the
// page is replaced so that "back" does not lead here. Without this module the button sends the form.
const WITHIN = 1500;
const form = document.querySelector("form[data-exit]");
let presses = [];

async function leave(event) {
  event?.preventDefault();
  document.body.dataset.covered = "";
  const send = { method: "POST", body: new FormData(form), keepalive: true };
  const answer = await fetch(form.action, send).catch(() => null);
  if (answer?.ok) location.replace(answer.url);
  else form.submit();
}

if (form) {
  form.addEventListener("submit", leave);
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") { presses = []; return; }
    presses = [...presses, event.timeStamp].filter((at) => event.timeStamp - at < WITHIN);
    if (presses.length >= 3) leave();
  });
}
