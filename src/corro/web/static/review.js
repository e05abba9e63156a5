// Keys of the review page. Each does what a link or button on the page does; they are off while one types, or where one turned them off.
const WANT_REASON = new Set(["r", "u"]);
const on = document.getElementById("keys-on");
on.checked = localStorage.getItem("keys") !== "off";
on.addEventListener("change", () => localStorage.setItem("keys", on.checked ? "on" : "off"));

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  if (!on.checked || typing || event.ctrlKey || event.metaKey || event.altKey || !/^[jkareuz?]$/.test(event.key)) return;
  const found = document.querySelector(`[data-key="${event.key}"]`);
  if (!found) return;
  event.preventDefault();
  const reason = document.getElementById("reason");
  if (WANT_REASON.has(event.key) && reason && !reason.value.trim()) reason.focus();
  else found.click();
});
