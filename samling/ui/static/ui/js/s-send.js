// A form whose draft is on its way waits a moment before it is sent: the answer says on which version it now stands.
// Without that its writer would be told that someone else has changed what she wrote herself.
const PATIENCE = 4000;

addEventListener("submit", async (event) => {
  const form = event.target;
  const { draft } = form;
  if (!draft?.isBusy || draft.isGoing || !form.requestSubmit) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (draft.isWaiting) return;
  draft.isWaiting = true;
  await Promise.race([draft.underway, new Promise((done) => setTimeout(done, PATIENCE))]);
  await null; // the version is renewed first
  [draft.isWaiting, draft.isGoing] = [false, true];
  form.requestSubmit(event.submitter);
}, true);

addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-draft]")) if (form.draft) form.draft.isGoing = false;
});
