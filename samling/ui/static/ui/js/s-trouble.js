// When htmx gets no part of a page back, says so in one line and leaves what was typed where it is.
// The line carries its own words; a refusal's reason is read from the page that the server answered with.
const line = document.querySelector("[data-trouble]");
const UNSWAPPED = [401, 403, 404, 429];  // and 5xx: the same as noSwap in ui/root.html

function tell(event) {
  const page = new DOMParser().parseFromString(event.detail?.ctx?.text || "", "text/html");
  const reason = page.querySelector("main .lead, p")?.textContent.trim() || line.dataset.trouble;
  line.textContent = `${reason} ${line.dataset.kept}`;
  line.hidden = false;
}

if (line) {
  addEventListener("htmx:error", tell);
  addEventListener("htmx:after:request", (event) => {
    const status = event.detail.ctx.response.status;
    if (status >= 500 || UNSWAPPED.includes(status)) tell(event);
    else line.hidden = true;
  });
}
