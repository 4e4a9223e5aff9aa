extension PageScript {
    /// What the rest is made of: reading the data, times and colours.
    static let base = #"""
        const data = JSON.parse(document.getElementById("data").textContent);
        const $ = (id) => document.getElementById(id);
        document.documentElement.classList.add("js");
        const tones = ["--stretch", "--f5", "--f2", "--f8"];
        const two = (n) => (n < 10 ? "0" : "") + n;
        const clock = (t) => {
          const s = Math.floor(t / 10);
          return Math.floor(s / 3600) + ":" + two(Math.floor(s / 60) % 60) + ":" + two(s % 60);
        };
        const track = (flat) => {
          const times = [], values = [];
          let time = 0;
          for (let i = 0; i < flat.length; i += 2) {
            time += flat[i]; times.push(time); values.push(flat[i + 1]);
          }
          return { times, values };
        };
        // The place of the last change at or before a moment; -1 before the first.
        const place = (times, t) => {
          let low = 0, high = times.length;
          while (low < high) {
            const middle = (low + high) >> 1;
            if (times[middle] > t) high = middle; else low = middle + 1;
          }
          return low - 1;
        };
        const value = (tr, t, none) => {
          const i = place(tr.times, t);
          return i < 0 ? none : tr.values[i];
        };
        const stretches = (flat) => {
          const all = [];
          for (let i = 0; i < flat.length; i += 4) {
            const end = flat[i + 1] < 0 ? data.end : flat[i + 1];
            all.push({ begin: flat[i], end, label: flat[i + 2], tone: flat[i + 3],
              open: flat[i + 1] < 0 });
          }
          return all;
        };
        const machines = data.machines.map((m, index) => ({
          index, name: m.n, role: data.labels[m.r], states: track(m.s), doing: track(m.p),
          steps: track(m.t), servers: track(m.v), aside: track(m.m), faults: stretches(m.f)
        }));
        const family = (state) => data.states[state][1];
        const faultsAt = (m, t) => m.faults.filter((f) => f.begin <= t && (t < f.end || f.open));
        const serverAt = (m, t) => {
          const i = place(m.servers.times, t), s = value(m.states, t, -1);
          return i < 0 || s < 0 || family(s) === 3 || family(s) === 0 ? ""
            : data.labels[m.servers.values[i]];
        };
        const tellMachine = (m, t) => {
          const i = place(m.states.times, t);
          const lines = [m.name + (serverAt(m, t) ? " · " + serverAt(m, t) : "")];
          if (i >= 0) {
            const state = data.states[m.states.values[i]][0];
            const step = place(m.steps.times, t);
            const doing = step >= 0 && m.steps.times[step] >= m.states.times[i]
              ? " (" + data.labels[m.steps.values[step]] + ")" : "";
            lines.push(state + doing + " since " + clock(m.states.times[i]));
          } else { lines.push("not enrolled"); }
          const doing = value(m.doing, t, -1);
          lines.push("machine: " + (doing < 0 ? "nothing told yet" : data.doings[doing]));
          for (const f of faultsAt(m, t))
            lines.push("fault: " + data.labels[f.label] + " since " + clock(f.begin));
          if (value(m.aside, t, 0)) lines.push("set aside (maintenance)");
          return lines.join("\n");
        };
        let now = data.end, from = 0, to = Math.max(1, data.end), picked = -1;
        const listeners = [];
        const colours = {};
        const readColours = () => {
          const style = getComputedStyle(document.documentElement);
          for (const name of ["--ink", "--soft", "--line", "--faint", "--card", "--bad",
            "--stretch", ...Array.from({ length: 9 }, (_, i) => "--f" + i)])
            colours[name] = style.getPropertyValue(name).trim();
        };
        readColours();

        """#
}
