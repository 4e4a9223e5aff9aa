extension PageScript {
    /// The lanes: services, faults and machines over time.
    static let lanes = #"""
        const box = $("lanes");
        const rows = [];
        const element = (tag, className, text) => {
          const e = document.createElement(tag);
          if (className) e.className = className;
          if (text !== undefined) e.textContent = text;
          return e;
        };
        const x = (t, width) => (t - from) / (to - from) * width;
        const context = (canvas) => {
          const ratio = window.devicePixelRatio || 1;
          const width = canvas.clientWidth || 600, height = canvas.height0;
          if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
          if (canvas.height !== Math.round(height * ratio))
            canvas.height = Math.round(height * ratio);
          const c = canvas.getContext("2d");
          c.setTransform(ratio, 0, 0, ratio, 0, 0);
          c.clearRect(0, 0, width, height);
          return [c, width, height];
        };
        const block = (c, begin, end, width, y, height, colour) => {
          const a = Math.max(0, x(begin, width)), b = Math.min(width, x(end, width));
          if (b < 0 || a > width) return [a, a];
          c.fillStyle = colour;
          c.fillRect(a, y, Math.max(1.5, b - a), height);
          return [a, b];
        };
        const paintStretches = (canvas, all, named) => {
          const [c, width, height] = context(canvas);
          c.fillStyle = colours["--faint"];
          c.fillRect(0, height / 2 - 0.5, width, 1);
          for (const s of all) {
            const [a, b] = block(c, s.begin, s.end, width, 2, height - 4, colours[tones[s.tone]]);
            const text = data.labels[s.label];
            c.font = "11px system-ui, sans-serif";
            if (named && b - a > 26) {
              c.save(); c.beginPath(); c.rect(a, 0, b - a - 2, height); c.clip();
              c.fillStyle = "#0c1116"; c.fillText(text, a + 4, height / 2 + 4); c.restore();
            }
          }
        };
        const paintMachine = (canvas, m) => {
          const [c, width, height] = context(canvas);
          const { times, values } = m.states;
          for (let i = Math.max(0, place(times, from)); i < times.length; i++) {
            if (times[i] > to) break;
            const end = i + 1 < times.length ? times[i + 1] : data.end;
            block(c, times[i], end, width, 3, height - 7, colours["--f" + family(values[i])]);
          }
          const on = m.doing;
          for (let i = 0; i < on.times.length; i++) {
            const end = i + 1 < on.times.length ? on.times[i + 1] : data.end;
            if (on.values[i] > 0) block(c, on.times[i], end, width, height - 3, 1.5,
              on.values[i] === 4 ? colours["--bad"] : colours["--ink"]);
          }
          for (const f of m.faults) block(c, f.begin, f.end, width, 0, 3, colours["--bad"]);
        };
        // How many of some machines are in each family, pixel by pixel.
        const paintMany = (canvas, some) => {
          const [c, width, height] = context(canvas);
          const columns = Math.ceil(width), kinds = data.families.length;
          const counts = Array.from({ length: kinds }, () => new Int32Array(columns + 1));
          const broken = new Int32Array(columns + 1);
          const column = (t) => Math.min(columns, Math.max(0, Math.round(x(t, width))));
          for (const m of some) {
            const { times, values } = m.states;
            for (let i = 0; i < times.length; i++) {
              const a = column(times[i]);
              const b = i + 1 < times.length ? column(times[i + 1]) : column(data.end);
              if (a < b) { counts[family(values[i])][a]++; counts[family(values[i])][b]--; }
            }
            for (const f of m.faults) {
              broken[column(f.begin)]++; broken[Math.min(columns, column(f.end))]--;
            }
          }
          const level = new Int32Array(kinds), last = [];
          let faults = 0;
          for (let p = 0; p < columns; p++) {
            let y = height - 2;
            faults += broken[p];
            for (let k = kinds - 1; k >= 0; k--) {
              level[k] += counts[k][p];
              const part = level[k] / some.length * (height - 5);
              if (part > 0) {
                c.fillStyle = colours["--f" + k]; c.fillRect(p, y - part, 1.02, part + 0.3);
              }
              y -= part;
            }
            if (faults > 0) { c.fillStyle = colours["--bad"]; c.fillRect(p, 0, 1, 3); }
          }
        };
        const paintAxis = (canvas) => {
          const [c, width, height] = context(canvas);
          const steps = [10, 50, 100, 300, 600, 1200, 3000, 6000, 9000, 18000, 36000, 72000,
            108000, 216000, 432000, 864000, 1728000, 6048000];
          const step = steps.find((s) => (to - from) / s <= Math.max(2, width / 90)) || 8640000;
          c.font = "11px system-ui, sans-serif";
          for (let t = Math.ceil(from / step) * step; t <= to; t += step) {
            const at = x(t, width);
            c.fillStyle = colours["--line"]; c.fillRect(at, height - 5, 1, 5);
            c.fillStyle = colours["--soft"];
            const text = clock(t), half = c.measureText(text).width / 2;
            c.fillText(text, Math.min(width - 2 * half, Math.max(0, at - half)), height - 8);
          }
        };
        const addRow = (name, className, height, paint, tell, options = {}) => {
          const node = element("div", "lane " + (className || ""));
          const label = element(options.toggle ? "button" : "span", "", name);
          label.title = name;
          const canvas = element("canvas");
          canvas.height0 = height; canvas.style.height = height + "px";
          canvas.setAttribute("role", "img");
          canvas.setAttribute("aria-label", options.said || name);
          node.append(label, canvas);
          const row = { node, label, canvas, tell, name, children: [],
            parent: options.parent, machine: options.machine };
          row.paint = () => paint(canvas);
          canvas.row = row;
          if (options.parent) options.parent.children.push(row);
          if (options.toggle) {
            label.type = "button";
            label.setAttribute("aria-expanded", "false");
            label.addEventListener("click", () => expand(row,
              label.getAttribute("aria-expanded") !== "true"));
          }
          node.hidden = Boolean(options.parent);
          rows.push(row); box.append(node);
          return row;
        };
        const expand = (row, open) => {
          row.label.setAttribute("aria-expanded", String(open));
          for (const child of row.children) child.node.hidden = !open;
        };
        const tellStretches = (all) => (t) => all.filter((s) => s.begin <= t && t <= s.end)
          .map((s) => data.labels[s.label] + "\n" + clock(s.begin) + " to "
            + (s.open ? "the end" : clock(s.end))).join("\n");
        const tellMany = (some) => (t) => {
          const counts = new Map();
          for (const m of some) {
            const s = value(m.states, t, -1), name = s < 0 ? "not enrolled" : data.states[s][0];
            counts.set(name, (counts.get(name) || 0) + 1);
          }
          return [...counts].sort((a, b) => b[1] - a[1])
            .map(([name, count]) => count + " " + name).join(", ");
        };
        const titles = { phase: "Phases", service: "Services", fault: "Faults",
          tenant: "Tenants" };
        const addLanes = () => {
          let kind = "";
          const groups = new Map();
          for (const lane of data.lanes) {
            const key = lane.k + " " + lane.g;
            if (!groups.has(key)) groups.set(key, []);
            groups.get(key).push({ lane, all: stretches(lane.s) });
          }
          for (const some of groups.values()) {
            const { lane, all } = some[0];
            if (lane.k !== kind) {
              kind = lane.k;
              box.append(element("div", "kind", titles[kind]));
            }
            if (some.length === 1) {
              const name = lane.k === "phase" || lane.g === "Leader" ? lane.g
                : lane.g.replace(/, line \d+$/, "") + ": " + lane.n;
              addRow(name, "", 20, (c) => paintStretches(c, all, true), tellStretches(all));
              continue;
            }
            const union = some.flatMap((s) => s.all);
            const parent = addRow(lane.g + " (" + some.length + ")", "", 20,
              (c) => paintStretches(c, union, false),
              (t) => some.filter((s) => s.all.some((q) => q.begin <= t && t <= q.end))
                .map((s) => s.lane.n).join(", "), { toggle: true });
            for (const s of some)
              addRow(s.lane.n, "sub", 20, (c) => paintStretches(c, s.all, true),
                tellStretches(s.all), { parent });
            expand(parent, some.length <= 4);
          }
        };
        let machineRows = [];
        const addMachines = (by) => {
          for (const row of machineRows) row.node.remove();
          rows.splice(0, rows.length, ...rows.filter((r) => !machineRows.includes(r)));
          const first = rows.length;
          const groups = by === "role" ? roleGroups()
            : data.racks.map(([name, all]) => [name, all.map((i) => machines[i])]);
          const nodes = machines.filter((m) => m.states.times.length);
          addRow("All nodes (" + nodes.length + ")", "head", 46,
            (c) => paintMany(c, nodes.length ? nodes : machines), tellMany(nodes));
          for (const [name, some] of groups) {
            const parent = addRow(name + " (" + some.length + ")", "head", 26,
              (c) => paintMany(c, some), tellMany(some), { toggle: true });
            for (const m of some)
              addRow(m.name, "sub", 18, (c) => paintMachine(c, m), (t) => tellMachine(m, t),
                { parent, machine: m });
            expand(parent, machines.length <= 40);
          }
          machineRows = rows.slice(first);
        };
        const roleGroups = () => {
          const groups = new Map();
          for (const m of machines) {
            const role = m.role || "no server";
            if (!groups.has(role)) groups.set(role, []);
            groups.get(role).push(m);
          }
          return [...groups].sort((a, b) => a[0] < b[0] ? -1 : 1);
        };
        // Only what is in sight is painted, and again when it is scrolled to.
        const paintRows = () => {
          const top = box.scrollTop - 100, bottom = box.scrollTop + box.clientHeight + 100;
          for (const row of rows) {
            if (row.node.hidden) continue;
            const y = row.node.offsetTop;
            if (y + row.node.offsetHeight >= top && y <= bottom) row.paint();
          }
        };
        const paintAll = () => {
          paintRows();
          paintAxis($("axis"));
          moveNeedle();
        };
        const moveNeedle = () => {
          const canvas = $("axis"), needle = $("needle");
          const at = x(now, canvas.clientWidth);
          needle.hidden = at < 0 || at > canvas.clientWidth;
          needle.style.left = canvas.offsetLeft + at + "px";
          needle.style.height = box.scrollHeight + "px";
        };

        """#
}
