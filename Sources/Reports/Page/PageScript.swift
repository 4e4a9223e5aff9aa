/// What makes a run's page move: the time that is looked at, the lanes, and the racks. Everything
/// it shows comes from the page's own data.
enum PageScript {
    static let text =
        "(() => {\n\"use strict\";\n" + base + lanes + racks + controls + "})();\n" + copying

    /// What the buttons beside commands do.
    static let copying = #"""
        for (const button of document.querySelectorAll("[data-copies]"))
          button.addEventListener("click", async () => {
            const code = document.getElementById(button.dataset.copies);
            try { await navigator.clipboard.writeText(code.textContent); } catch {
              getSelection().selectAllChildren(code);
              document.execCommand("copy");
            }
            button.textContent = "Copied";
            setTimeout(() => { button.textContent = "Copy"; }, 1500);
          });

        """#
}
