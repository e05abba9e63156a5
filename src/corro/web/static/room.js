// Esc twice clears the screen at once and locks the room.
let last = 0;
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const lock = document.getElementById("lock");
  if (event.timeStamp - last < 600 && lock) {
    document.getElementById("main").replaceChildren();
    document.title = "Corro";
    lock.requestSubmit();
  }
  last = event.timeStamp;
});
