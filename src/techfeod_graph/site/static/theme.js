"use strict";
/* Runs in the head, before anything is painted: the chosen theme, else the system's. */
(function () {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  function apply() {
    let chosen = null;
    try {
      chosen = localStorage.getItem("techfeod-theme");
    } catch {
      /* no storage from this address: the system's theme stays */
    }
    document.documentElement.dataset.theme = chosen || (dark.matches ? "dark" : "light");
  }
  dark.addEventListener("change", () => {
    apply();
    document.dispatchEvent(new Event("themechange"));
  });
  apply();
})();
