// Comfort for every page: copying and revealing. Without script the fields are there all the same.
const said = document.createElement("div");
said.className = "visually-hidden";
said.setAttribute("role", "status");
document.body.append(said);

async function copy(button) {
  const text = button.dataset.copies.split(" ").map(id => document.getElementById(id)?.value ?? "").join("\n");
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
    said.textContent = "Copied";
  } catch {
    document.getElementById(button.dataset.copies.split(" ")[0])?.select();
    said.textContent = "The browser did not allow copying; the field is selected instead.";
  }
  setTimeout(() => { button.textContent = label; said.textContent = ""; }, 1600);
}

function reveal(button) {
  const field = document.getElementById(button.dataset.reveals);
  const shown = field.type === "password";
  field.type = shown ? "text" : "password";
  button.textContent = shown ? "Hide" : "Show";
  button.setAttribute("aria-pressed", String(shown));
}

for (const button of document.querySelectorAll("[data-copies], [data-reveals]")) {
  button.hidden = false;
  button.addEventListener("click", () => button.dataset.copies ? copy(button) : reveal(button));
}
