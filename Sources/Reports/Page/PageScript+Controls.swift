extension PageScript {
    /// What hands and keys do, and how all begins.
    static let controls = #"""
        const tip = $("tip"), scrub = $("scrub");
        const showTip = (text, event) => {
          if (!text) return hideTip();
          tip.textContent = text; tip.hidden = false;
          const left = Math.min(event.clientX + 14, window.innerWidth - tip.offsetWidth - 8);
          const below = event.clientY + 18 + tip.offsetHeight < window.innerHeight;
          tip.style.left = Math.max(4, left) + "px";
          tip.style.top = (below ? event.clientY + 18
            : event.clientY - tip.offsetHeight - 10) + "px";
        };
        const hideTip = () => { tip.hidden = true; };
        const entries = [...document.querySelectorAll("[data-t]")];
        const moments = [...new Set(entries.map((e) => Number(e.dataset.t)))]
          .concat([0, data.end]).sort((a, b) => a - b);
        const set = (t) => {
          now = Math.max(0, Math.min(data.end, Math.round(t)));
          scrub.value = now;
          scrub.setAttribute("aria-valuetext", clock(now));
          $("clock").textContent = $("rack-clock").textContent = clock(now);
          let current = null;
          for (const e of document.querySelectorAll(".story [data-t]")) {
            e.parentElement.classList.remove("now");
            if (Number(e.dataset.t) <= now) current = e.parentElement;
          }
          if (current) current.classList.add("now");
          for (const line of document.querySelectorAll("line.needle-at")) {
            const a = Number(line.dataset.left), b = Number(line.dataset.right);
            const at = a + (b - a) * now / Math.max(1, data.end);
            line.setAttribute("x1", at); line.setAttribute("x2", at);
          }
          moveNeedle(); updateRacks();
        };
        const zoom = (factor, around) => {
          const width = Math.min(data.end, Math.max(50, (to - from) * factor));
          const middle = around === undefined ? now : around;
          const share = Math.min(1, Math.max(0, (middle - from) / (to - from)));
          from = middle - width * share;
          pan(0, width);
        };
        const pan = (by, width = to - from) => {
          from = Math.max(0, Math.min(data.end - width, from + by));
          to = from + Math.max(1, width);
          paintAll();
        };
        const step = (way) => {
          const next = way > 0 ? moments.find((t) => t > now)
            : [...moments].reverse().find((t) => t < now);
          if (next === undefined) return;
          set(next);
          if (now < from || now > to) pan(now - (from + to) / 2);
        };
        let playing = 0;
        const play = () => {
          if (playing) { clearInterval(playing); playing = 0; }
          else {
            if (now >= data.end) set(0);
            playing = setInterval(() => {
              set(now + data.end / 300);
              if (now >= data.end) play();
            }, 60);
          }
          $("play").textContent = playing ? "Pause" : "Play";
        };
        scrub.addEventListener("input", () => set(Number(scrub.value)));
        scrub.addEventListener("keydown", (event) => {
          const way = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
          if (!way) return;
          event.preventDefault();
          if (event.shiftKey) step(way); else set(now + way * Math.max(10, (to - from) / 200));
        });
        $("back").addEventListener("click", () => step(-1));
        $("next").addEventListener("click", () => step(1));
        $("play").addEventListener("click", play);
        $("closer").addEventListener("click", () => zoom(0.5));
        $("wider").addEventListener("click", () => zoom(2));
        $("whole").addEventListener("click", () => { from = 0; pan(0, Math.max(1, data.end)); });
        $("by").addEventListener("change", () => { addMachines($("by").value); paintAll(); });
        $("find").addEventListener("input", () => {
          const wanted = $("find").value.trim().toLowerCase();
          for (const row of machineRows) {
            if (!row.machine) continue;
            const m = row.machine;
            const fits = wanted !== "" && (m.name.toLowerCase().includes(wanted)
              || serverAt(m, now).toLowerCase().includes(wanted));
            row.node.classList.toggle("found", fits);
            const open = row.parent.label.getAttribute("aria-expanded") === "true";
            row.node.hidden = wanted === "" ? !open : !fits;
          }
          paintAll();
        });
        const timeAt = (event) => {
          const edges = event.target.getBoundingClientRect();
          return from + (event.clientX - edges.left) / edges.width * (to - from);
        };
        let drag = null;
        box.addEventListener("pointerdown", (event) => {
          if (event.target.tagName !== "CANVAS") return;
          drag = { at: event.clientX, from, moved: false };
        });
        window.addEventListener("pointermove", (event) => {
          if (drag && (drag.moved || Math.abs(event.clientX - drag.at) > 4)) {
            drag.moved = true;
            const width = $("axis").clientWidth;
            const by = (drag.at - event.clientX) / width * (to - from);
            pan(drag.from + by - from);
          }
        });
        window.addEventListener("pointerup", (event) => {
          if (drag && !drag.moved && event.target.tagName === "CANVAS") set(timeAt(event));
          drag = null;
        });
        box.addEventListener("mousemove", (event) => {
          const row = event.target.row;
          if (!row || !row.tell) return hideTip();
          const t = timeAt(event);
          showTip(clock(t) + "  " + row.name + "\n" + row.tell(t), event);
        });
        box.addEventListener("mouseleave", hideTip);
        box.addEventListener("scroll", paintRows, { passive: true });
        box.addEventListener("click", (event) => {
          if (event.target.tagName === "BUTTON") paintAll();
        });
        box.addEventListener("keydown", (event) => {
          if (event.target !== box) return;
          const width = to - from;
          const deeds = { ArrowLeft: () => pan(-width / 8), ArrowRight: () => pan(width / 8),
            "+": () => zoom(0.5), "-": () => zoom(2), "0": () => $("whole").click() };
          if (!deeds[event.key]) return;
          event.preventDefault();
          deeds[event.key]();
        });
        box.addEventListener("wheel", (event) => {
          if (!event.ctrlKey && !event.metaKey) return;
          event.preventDefault();
          if (event.target.tagName === "CANVAS")
            zoom(event.deltaY > 0 ? 1.25 : 0.8, timeAt(event));
        }, { passive: false });
        for (const e of entries)
          e.addEventListener("click", (event) => { event.preventDefault(); go(e.dataset.t); });
        const go = (t) => {
          set(Number(t));
          if (now < from || now > to) pan(now - (from + to) / 2);
          history.replaceState(null, "", "#t=" + now);
        };
        $("axis").height0 = 24; $("axis").style.height = "24px";
        scrub.max = data.end;
        addLanes();
        box.append(element("div", "kind", "Machines"));
        addMachines("rack");
        makeRacks();
        const wanted = /^#t=(\d+)$/.exec(location.hash);
        const opened = Number($("data").dataset.opens);
        set(wanted ? Number(wanted[1]) : opened);
        paintAll();
        new ResizeObserver(paintAll).observe(box);
        matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
          readColours(); paintAll();
        });

        """#
}
