"use strict";
/* What every page gains where scripts run: the theme's switch. */
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
})();
