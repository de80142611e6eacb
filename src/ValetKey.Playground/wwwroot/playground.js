// Comfort for the Playground. Every step is a form and works without any of this.
const form = document.getElementById("steps");

// Scopes: filter while typing, chips that follow the boxes, Enter for a scope of one's own.
const filter = document.getElementById("scope_text");
const known = document.getElementById("known-scopes");
const chosen = document.getElementById("chosen");

function narrow() {
  const words = filter.value.trim().toLowerCase();
  let any = false;
  for (const group of known.querySelectorAll("fieldset")) {
    const api = group.querySelector("legend").textContent;
    let shown = false;
    for (const label of group.querySelectorAll("label")) {
      label.hidden = !`${api} ${label.textContent}`.toLowerCase().includes(words);
      shown ||= !label.hidden;
    }
    group.hidden = !shown;
    any ||= shown;
  }
  known.querySelector(".nothing").hidden = any;
}

function chipOf(scope) {
  return [...chosen.children].find(chip => chip.firstElementChild.textContent === scope);
}

function follow(box) {
  const chip = chipOf(box.value);
  if (!box.checked) {
    chip?.remove();
  } else if (!chip) {
    const item = document.createElement("li");
    item.className = "chip";
    const text = document.createElement("span");
    text.textContent = box.value;
    const remove = document.createElement("button");
    remove.type = "button";
    remove.textContent = "×";
    remove.setAttribute("aria-label", `Remove scope ${box.value}`);
    remove.addEventListener("click", () => { box.checked = false; item.remove(); chosen.hidden = !chosen.children.length; box.focus(); });
    item.append(text, remove);
    chosen.append(item);
  }
  chosen.hidden = !chosen.children.length;
}

filter.addEventListener("input", narrow);
filter.addEventListener("keydown", event => {
  if (event.key === "Enter") {
    event.preventDefault();
    if (filter.value.trim()) form.requestSubmit(document.querySelector("button[formaction$='/add-scope']"));
  }
});
known.addEventListener("change", event => follow(event.target));

// The Enter key presses the button that its own step offers, not the first of the page.
form.addEventListener("keydown", event => {
  if (event.key !== "Enter" || event.defaultPrevented || event.target.tagName !== "INPUT") return;
  event.preventDefault();
  const step = event.target.closest("ol.steps > li");
  const button = event.target.id === "url" ? step.querySelector("button[formaction$='/execute']") : step.querySelector("button.primary:enabled");
  if (button) form.requestSubmit(button);
});

// Buttons that need a field open while it is filled.
for (const button of form.querySelectorAll("button[data-needs]")) {
  const fields = button.dataset.needs.split(" ").map(id => document.getElementById(id)).filter(Boolean);
  const judge = () => { button.disabled = fields.some(field => !field.value.trim()); };
  fields.forEach(field => field.addEventListener("input", judge));
}

// The key's fold follows the signature method.
const method = document.getElementById("signature_method");
method?.addEventListener("change", () => {
  const fold = document.getElementById("key-fold");
  if (method.value.startsWith("RSA")) fold.open = true;
});

// Times in the reader's zone, and what is left of them.
function left(seconds) {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h ? `${h} h ${m} min` : m ? `${m} min ${String(s).padStart(2, "0")} s` : `${s} s`;
}

for (const time of document.querySelectorAll("time")) {
  const at = new Date(time.dateTime);
  const clock = at.toLocaleTimeString();
  const show = () => {
    const seconds = Math.round((at - Date.now()) / 1000);
    time.textContent = !("counts" in time.dataset) ? clock : seconds > 0 ? `${clock}, in ${left(seconds)}` : `${clock}, which is past`;
  };
  time.setAttribute("aria-live", "off");
  time.setAttribute("role", "timer");
  show();
  if ("counts" in time.dataset) setInterval(show, 1000);
}

// A page that has just been loaded is not read out: say what the last step did.
const outcome = document.querySelector(".steps .alarm, .steps .note") ?? (location.hash === "#token" ? document.querySelector(".state") : null);
if (outcome) {
  const said = document.createElement("div");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  document.body.append(said);
  setTimeout(() => { said.textContent = outcome.textContent; }, 200);
}

// One press, one request: an answer may take seconds.
form.addEventListener("submit", event => {
  if (form.dataset.sent && !event.submitter?.formTarget) event.preventDefault();
  if (!event.submitter?.formTarget) form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-busy", "true");
});
addEventListener("pageshow", () => { delete form.dataset.sent; form.querySelectorAll("[aria-busy]").forEach(b => b.removeAttribute("aria-busy")); });
