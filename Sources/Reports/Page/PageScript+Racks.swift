extension PageScript {
    /// The racks at the moment that is looked at.
    static let racks = #"""
        const cells = [];
        const dense = machines.length > 240;
        const makeRacks = () => {
          const parent = $("racks");
          if (dense) parent.classList.add("dense");
          for (const [name, all] of data.racks) {
            const rack = element("div", "rack"), head = element("h3", "", name);
            const sum = element("span");
            head.append(sum);
            const grid = element("div", "cells");
            rack.append(head, grid);
            rack.setAttribute("role", "group");
            for (const index of all) {
              const cell = element("button", "cell"), m = machines[index];
              cell.type = "button"; cell.tabIndex = cells.length ? -1 : 0;
              const letter = element("b"), title = element("span", "", m.name);
              const note = element("em"), power = element("u");
              cell.append(letter, title, note, power);
              cell.addEventListener("click", () => pick(index));
              cells.push({ m, cell, letter, note, power, sum, key: "" });
              cell.place = cells.length - 1;
              grid.append(cell);
            }
            parent.append(rack);
          }
          parent.addEventListener("keydown", (event) => {
            const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
            const step = steps[event.key], at = event.target.place;
            if (!step || at === undefined || !cells[at + step]) return;
            event.preventDefault();
            cells[at].cell.tabIndex = -1;
            cells[at + step].cell.tabIndex = 0;
            cells[at + step].cell.focus();
          });
          parent.addEventListener("mousemove", (event) => {
            const cell = event.target.closest(".cell");
            if (cell) showTip(tellMachine(cells[cell.place].m, now), event); else hideTip();
          });
          parent.addEventListener("mouseleave", () => hideTip());
        };
        const updateRacks = () => {
          const sums = new Map();
          for (const c of cells) {
            const state = value(c.m.states, now, -1), doing = value(c.m.doing, now, 0);
            const faulty = faultsAt(c.m, now).length > 0, aside = value(c.m.aside, now, 0) > 0;
            const server = serverAt(c.m, now);
            const kind = state < 0 ? -1 : family(state);
            const word = kind < 0 ? "not enrolled" : data.families[kind];
            if (!sums.has(c.sum)) sums.set(c.sum, new Map());
            const sum = sums.get(c.sum);
            sum.set(word, (sum.get(word) || 0) + 1);
            if (faulty) sum.set("faulty", (sum.get("faulty") || 0) + 1);
            const key = [state, doing, faulty, aside, server, picked === c.m.index].join("|");
            if (key === c.key) continue;
            c.key = key;
            c.cell.className = "cell p" + doing + (faulty ? " faulty" : "")
              + (aside ? " aside" : "") + (picked === c.m.index ? " picked" : "");
            c.letter.className = kind < 0 ? "" : "f" + kind;
            c.letter.textContent = kind < 0 ? "" : data.letters[kind];
            c.note.textContent = server || word;
            c.cell.setAttribute("aria-label", c.m.name + ": " + word
              + (server ? ", " + server : "") + ", " + data.doings[doing]
              + (faulty ? ", faulty" : "") + (aside ? ", set aside" : ""));
          }
          for (const [node, sum] of sums)
            node.textContent = [...sum].map(([word, n]) => n + " " + word).join(", ");
          const m = machines[picked];
          $("about").textContent = m ? tellMachine(m, now)
            : "Choose a machine to read about it. Arrow keys go from one to the next.";
        };
        const pick = (index) => {
          picked = picked === index ? -1 : index;
          updateRacks();
          for (const row of rows) {
            const isIt = row.machine && row.machine.index === picked;
            row.node.classList.toggle("found", Boolean(isIt));
            if (!isIt) continue;
            expand(row.parent, true);
            box.scrollTop = row.node.offsetTop - box.clientHeight / 2;
            paintAll();
          }
        };

        """#
}
