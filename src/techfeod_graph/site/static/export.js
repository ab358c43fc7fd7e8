"use strict";
/* Files of the view, made in the page and saved without a network; and the link to the view. */
(function () {
  const { data, byId, state } = tf;

  function save(content, type, ending) {
    const blob = content instanceof Blob ? content : new Blob([content], { type });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${data.view.name}-${data.version}${ending}`;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  const acts = {
    png: async () => save(await tf.photograph(), "image/png", ".png"),
    svg: () => save(tf.picture(), "image/svg+xml", ".svg"),
    records: () => save(tf.recordsTable(), "text/csv", `-${state.language}-records.csv`),
    links: () => save(tf.linksTable(), "text/csv", "-links.csv"),
    turtle: () => save(tf.turtle(), "text/turtle", ".ttl"),
  };
  byId("export").addEventListener("click", async (event) => {
    const button = event.target.closest("[data-export]");
    if (!button) return;
    await acts[button.dataset.export]();
    tf.announce(tf.t("saved"));
  });
  byId("share").addEventListener("click", async () => {
    byId("shared").textContent = tf.t(await tf.copyLink());
  });
  tf.on("shown", () => (byId("shared").textContent = ""));
})();
