"use strict";
/* The lists of queries and of rows, narrowed as one types; texts that are copied. */
(function () {
  const fold = (text) =>
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/œ/g, "oe")
      .replace(/æ/g, "ae");

  for (const field of document.querySelectorAll("[data-narrow]")) {
    const rows = [...document.querySelectorAll(field.dataset.narrow)];
    const told = document.getElementById(field.dataset.told);
    const texts = rows.map((row) => fold(row.textContent));
    field.closest("p").hidden = false;
    const narrow = () => {
      const words = fold(field.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, i) => {
        row.hidden = !words.every((word) => texts[i].includes(word));
        shown += row.hidden ? 0 : 1;
      });
      for (const drawing of document.querySelectorAll(field.dataset.dims || "none")) {
        const boxes = drawing.querySelectorAll(".box");
        rows.forEach((row, i) => boxes[i] && boxes[i].classList.toggle("dim", row.hidden));
      }
      told.textContent = told.dataset.text
        .replace("{n}", String(shown))
        .replace("{all}", String(rows.length));
    };
    field.addEventListener("input", narrow);
    /* A browser that goes back fills the field again after the page is there. */
    window.addEventListener("pageshow", () => field.value && narrow());
  }

  for (const button of document.querySelectorAll("[data-copies]")) {
    const source = document.getElementById(button.dataset.copies);
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(source.textContent);
        button.nextElementSibling.textContent = button.dataset.done;
      } catch {
        getSelection().selectAllChildren(source);
      }
    });
  }
})();
