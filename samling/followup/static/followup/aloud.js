// Questions read aloud by a voice that the device itself has: nothing of them leaves it. Where the device has no voice of its own
// for the page's language there is no button, and without this module the sheet is as it was.
const voices = window.speechSynthesis;
const form = document.querySelector("form[data-aloud]");
const language = document.documentElement.lang.toLowerCase().split("-")[0];
let reading = null;

function own() {
  return voices.getVoices().find((one) => one.localService === true && one.lang.toLowerCase().split(/[-_]/)[0] === language);
}

function still() {
  voices.cancel();
  if (reading) reading.setAttribute("aria-pressed", "false");
  reading = null;
}

function words(question) {
  const said = [...question.querySelectorAll(".choices label")].map((one) => one.textContent.trim());
  return [question.querySelector("legend").textContent.trim().replace(/[.]$/, ""), ...said].join(". ");
}

function press(question, button) {
  const again = reading === button, voice = own();
  still();
  if (again || !voice) return;
  const spoken = Object.assign(new SpeechSynthesisUtterance(words(question)), { voice, lang: voice.lang, rate: 0.9 });
  spoken.onend = () => { if (reading === button) still(); };
  reading = button;
  button.setAttribute("aria-pressed", "true");
  voices.speak(spoken);
}

function offer() {
  if (!form || !own() || form.querySelector("[data-aloud-button]")) return;
  for (const question of form.querySelectorAll("fieldset")) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "button button--outline button--small followup__aloud no-print", textContent: form.dataset.aloud });
    button.setAttribute("aria-pressed", "false");
    button.setAttribute("aria-describedby", question.querySelector("legend").id = `${question.id}_said`);
    button.dataset.aloudButton = "";
    button.addEventListener("click", () => press(question, button));
    question.querySelector(".choices").before(button);
  }
}

if (voices) {
  offer();
  voices.addEventListener("voiceschanged", offer);
  addEventListener("pagehide", still);
}
