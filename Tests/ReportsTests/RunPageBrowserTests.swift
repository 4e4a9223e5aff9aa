import BareMetal
import Hardware
import Testing
import World

@testable import Harness
@testable import Reports

@Suite(
    "A run's page in a browser", .enabled(if: Browser.isInstalled, Browser.absence), .serialized)
struct RunPageBrowserTests {
    private func sight(
        _ run: HandMadeRun, _ report: RunReport? = nil, size: String = "1200,900",
        probe: String = "return {}"
    ) throws -> Browser.Sight {
        let browser = try Browser()
        defer { browser.close() }
        return try browser.open(run.page(report).html, size: size, probe: probe)
    }

    @Test("shows the verdict, the lanes and the racks, with no error and nothing fetched")
    func shows() throws {
        let sight = try sight(
            HandMadeRun.healed,
            probe: """
                const names = [...document.querySelectorAll(".lane > *:first-child")]
                  .map((e) => e.textContent);
                const painted = [...document.querySelectorAll(".lane canvas")].filter((c) =>
                  c.clientHeight > 0 && c.getContext("2d").getImageData(0, 0, c.width, c.height)
                    .data.some((v) => v > 0)).length;
                return { names, painted, cells: document.querySelectorAll(".cell").length,
                  word: document.querySelector(".verdict .word").textContent,
                  command: document.querySelector("#replay-command").textContent,
                  wide: document.documentElement.scrollWidth <= innerWidth };
                """)
        #expect(sight.troubles == [] && sight.fetched == [])
        let names = sight.told["names"] as? [String] ?? []
        for name in ["Phase", "Leader", "All nodes (2)", "a (2)", "b (1)", "a-1", "b-1"] {
            #expect(names.contains(name), "\(names)")
        }
        #expect((sight.told["painted"] as? Int ?? 0) >= 7)
        #expect(sight.told["cells"] as? Int == 3)
        #expect(sight.told["word"] as? String == "Passed")
        #expect(
            sight.told["command"] as? String
                == "updraft run 'hand-made.yaml' --seed 7 --schedule shuffle")
        #expect(sight.told["wide"] as? Bool == true)
    }

    @Test("shows the racks as they were at the moment that is scrubbed to")
    func scrubs() throws {
        let sight = try sight(
            HandMadeRun.healed,
            probe: """
                const scrub = document.getElementById("scrub");
                const cell = (name) => [...document.querySelectorAll(".cell")]
                  .find((c) => c.textContent.includes(name));
                const at = (seconds) => {
                  scrub.value = seconds * 10;
                  scrub.dispatchEvent(new Event("input"));
                  return [cell("a-1").getAttribute("aria-label"), cell("a-1").className,
                    document.getElementById("clock").textContent].join(" / ");
                };
                const seen = [at(50), at(450), at(550)];
                scrub.dispatchEvent(new KeyboardEvent("keydown",
                  { key: "ArrowRight", shiftKey: true, bubbles: true }));
                return { seen, after: document.getElementById("clock").textContent };
                """)
        #expect(sight.troubles == [])
        #expect(
            sight.told["seen"] as? [String] == [
                "a-1: inspecting, off / cell p0 / 0:00:50",
                "a-1: active, compute-0, runs its disk's system / cell p3 / 0:07:30",
                "a-1: active, compute-0, off, faulty / cell p0 faulty / 0:09:10",
            ])
        #expect(sight.told["after"] as? String == "0:10:00")
    }

    @Test("zooms, pans, groups by role, finds a machine, and goes to a moment that is clicked")
    func works() throws {
        let sight = try sight(
            HandMadeRun.healed,
            probe: """
                const click = (id) => document.getElementById(id).click();
                click("closer"); click("closer"); click("wider"); click("whole");
                const lane = document.querySelector(".lane.head canvas");
                const edges = lane.getBoundingClientRect();
                const point = { clientX: edges.left + edges.width / 2, clientY: edges.top + 4,
                  bubbles: true };
                lane.dispatchEvent(new PointerEvent("pointerdown", point));
                lane.dispatchEvent(new PointerEvent("pointerup", point));
                const clicked = document.getElementById("clock").textContent;
                lane.dispatchEvent(new MouseEvent("mousemove", point));
                const tip = document.getElementById("tip").textContent;
                const by = document.getElementById("by");
                by.value = "role"; by.dispatchEvent(new Event("change"));
                const find = document.getElementById("find");
                find.value = "b-1"; find.dispatchEvent(new Event("input"));
                const shown = [...document.querySelectorAll(".lane.sub.found")]
                  .filter((e) => !e.hidden).map((e) => e.textContent);
                document.querySelectorAll(".cell")[2].click();
                return { clicked, tip, shown,
                  roles: [...document.querySelectorAll(".lane.head button")]
                    .map((e) => e.textContent),
                  about: document.getElementById("about").textContent };
                """)
        #expect(sight.troubles == [])
        #expect(sight.told["clicked"] as? String == "0:08:20")
        let tip = sight.told["tip"] as? String ?? ""
        #expect(tip.contains("All nodes") && tip.contains("1 active"), "\(tip)")
        #expect(sight.told["shown"] as? [String] == ["b-1"])
        #expect(sight.told["roles"] as? [String] == ["compute (2)", "no server (1)"])
        #expect((sight.told["about"] as? String ?? "").hasPrefix("b-1"))
    }

    @Test("takes names for names, whatever is in them")
    func hostile() throws {
        let name: MachineName = "<script>troubles.push('x')</script>"
        var run = HandMadeRun(racks: ["</script><img src=x onerror=troubles.push(1)>": [name]])
        run.tell(at: 3, MachineEvent.power(name, .on))
        run.tell(at: 4, MachineEvent.crashed(name, reason: "\"><script>troubles.push(2)</script>"))
        let hostile = "</title><script>troubles.push(3)</script>&amp;'\"\\u003c"
        let violation = Violation(
            checker: "one-owner", at: HandMadeRun.moment(5), subject: name.text, message: hostile)
        let sight = try sight(
            run, run.report(.unsafe, scenario: hostile, violations: [violation]),
            probe: """
                return { title: document.title, h1: document.querySelector("h1").textContent,
                  scripts: document.scripts.length, images: document.images.length,
                  cell: document.querySelector(".cell span").textContent };
                """)
        #expect(sight.troubles == [] && sight.fetched == [])
        #expect(sight.told["h1"] as? String == hostile)
        #expect(sight.told["cell"] as? String == name.text)
        #expect(sight.told["images"] as? Int == 0)
        // The page's data, its script, and the two that watch it here.
        #expect(sight.told["scripts"] as? Int == 4)
    }

    @Test("of two thousand machines draws racks closed and small, and stays within its window")
    func many() throws {
        let racks = (0..<50).map { rack in
            RackContents(
                rack: RackName("rack-\(rack)"),
                machines: (0..<40).map { MachineName("rack-\(rack)-u\($0)") })
        }
        var run = HandMadeRun(racks: racks)
        for (index, machine) in racks.flatMap(\.machines).enumerated() {
            run.node(
                NodeName(machine.text),
                [1: .enroll, 2: .inspecting, Double(100 + index): .available])
        }
        let sight = try sight(
            run, run.report(seconds: 3000), size: "700,900",
            probe: """
                return { dense: document.getElementById("racks").classList.contains("dense"),
                  open: [...document.querySelectorAll(".lane")]
                    .filter((e) => e.offsetHeight > 0).length,
                  cells: document.querySelectorAll(".cell").length,
                  wide: document.documentElement.scrollWidth <= innerWidth };
                """)
        #expect(sight.troubles == [])
        #expect(sight.told["dense"] as? Bool == true)
        #expect(sight.told["cells"] as? Int == 2000)
        #expect((sight.told["open"] as? Int ?? 99) < 60)
        #expect(sight.told["wide"] as? Bool == true)
    }
}
