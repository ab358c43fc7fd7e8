"use strict";
/* What every page gains where scripts run: the theme's switch, buttons that copy. */
(function () {
  const root = document.documentElement;
  const button = document.getElementById("theme");

  function dark() {
    return root.dataset.theme === "dark";
  }
  function say() {
    button.textContent = dark() ? button.dataset.light : button.dataset.dark;
  }
  button.hidden = false;
  say();
  button.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    try {
      localStorage.setItem("techfeod-theme", root.dataset.theme);
    } catch {
      /* no storage from this address: the choice lasts as long as the page */
    }
    say();
    document.dispatchEvent(new Event("themechange"));
  });
  document.addEventListener("themechange", say);

  /* The clipboard may be closed to a page opened from a file: then the text is selected. */
  function copy(text) {
    if (navigator.clipboard) {
      return navigator.clipboard.writeText(text);
    }
    return Promise.reject(new Error("no clipboard"));
  }
  for (const control of document.querySelectorAll("button[data-copy]")) {
    const source = document.getElementById(control.dataset.copy);
    const told = document.createElement("span");
    told.setAttribute("role", "status");
    told.className = "told";
    control.after(told);
    control.hidden = false;
    control.addEventListener("click", () => {
      copy(source.textContent.trim().replace(/\s+/g, " ")).then(
        () => (told.textContent = control.dataset.done),
        () => getSelection().selectAllChildren(source),
      );
    });
  }
})();
