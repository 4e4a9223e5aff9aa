import BareMetal
import Hardware
import Harness
import OrderedCollections
import Pictures
import World

/// The whole run in one picture, for paper and for readers without scripts: phases, services,
/// faults, and how many machines of each rack were in which state.
struct OverviewPicture {
    private static let (width, left, right) = (1000, 190, 10)
    /// Machines are looked at so many times.
    private static let columns = 160
    /// Lanes and racks that are drawn; the rest is said.
    private static let (mostLanes, mostRacks) = (40, 24)
    private static let (lane, band) = (20, 34)

    let chronicle: Chronicle
    let end: Tick

    var svg: String {
        var (body, y) = ("", 6)
        let lanes = ChartLane.Kind.allCases.flatMap { kind in
            chronicle.lanes.filter { $0.key.kind == kind }.map { ($0.key, $0.value) }
        }
        for (lane, history) in lanes.prefix(Self.mostLanes) {
            body += label(Self.title(lane), at: y + 14) + stretches(history, at: y)
            y += Self.lane
        }
        for (name, machines) in bands {
            body += label("\(name) (\(machines.count))", at: y + 20) + states(machines, at: y)
            y += Self.band
        }
        let rest = lanes.count - Self.mostLanes
        if rest > 0 { body += label("and \(rest) lanes more", at: y + 14) }
        let times = (0...6).map { sixth in
            let tick = Tick(Int32(Int64(end.count) * Int64(sixth) / 6))
            let anchor = sixth == 0 ? "start" : sixth == 6 ? "end" : "middle"
            return "<text class=\"soft\" x=\"\(x(tick))\" y=\"\(y + 16)\" "
                + "text-anchor=\"\(anchor)\">\(tick)</text>\n"
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(y + 24)" \
            role="img"><title>The run over time</title>
            \(body)\(times.joined())</svg>
            """
    }

    private static func title(_ lane: ChartLane) -> String {
        lane.kind == .phase || lane.group == "Leader" ? lane.group : "\(lane.group): \(lane.name)"
    }

    /// Racks, as long as there are not too many of them, and all machines.
    private var bands: [(String, [MachineHistory])] {
        let nodes = chronicle.machines.values.filter { $0.states.value != nil }
        let all = ("All nodes", Array(nodes))
        guard chronicle.racks.count <= Self.mostRacks else { return [all] }
        let racks = chronicle.racks.map { rack in
            (rack.rack.text, rack.machines.compactMap { chronicle.machines[$0.text] })
        }
        return [all] + racks.filter { !$0.1.isEmpty }
    }

    private func x(_ tick: Tick) -> Int {
        let span = Int64(Self.width - Self.left - Self.right)
        return Self.left + Int(Int64(tick.count) * span / Int64(max(1, end.count)))
    }

    private func label(_ text: String, at y: Int) -> String {
        let shown = text.count > 28 ? text.prefix(27) + "…" : text[...]
        return "<text x=\"\(Self.left - 8)\" y=\"\(y)\" text-anchor=\"end\">"
            + "\(Markup.escaped(String(shown)))</text>\n"
    }

    private func stretches(_ history: LaneHistory, at y: Int) -> String {
        history.stretches.map { stretch in
            let (from, to) = (x(stretch.began), x(stretch.ended ?? end))
            let text = chronicle.labels[stretch.label]
            let room = (to - from) / 7
            let shown = text.count <= room ? text : room > 3 ? text.prefix(room - 1) + "…" : ""
            let name =
                shown.isEmpty
                ? "" : "<text x=\"\(from + 4)\" y=\"\(y + 13)\">\(Markup.escaped(shown))</text>"
            return """
                <rect class="t-\(stretch.tone.rawValue)" fill-opacity=".55" x="\(from)" y="\(y)" \
                width="\(max(2, to - from))" height="\(Self.lane - 3)"><title>\
                \(Markup.escaped(text))</title></rect>\(name)

                """
        }.joined()
    }

    /// Shares of the machines in each family of states, column by column.
    private func states(_ machines: [MachineHistory], at y: Int) -> String {
        var changes = [[Int]](
            repeating: [Int](repeating: 0, count: Self.columns + 1),
            count: StateFamily.allCases.count)
        for machine in machines {
            for stay in machine.states.stays(until: end) {
                let family = StateFamily(ProvisionState.allCases[stay.value]).rawValue
                let (from, to) = (column(stay.began), column(stay.ended))
                if from < to {
                    changes[family][from] += 1
                    changes[family][to] -= 1
                }
            }
        }
        return drawn(changes, of: machines.count, at: y)
    }

    private func column(_ tick: Tick) -> Int {
        Int(Int64(min(tick, end).count) * Int64(Self.columns) / Int64(max(1, end.count)))
    }

    private func drawn(_ changes: [[Int]], of count: Int, at y: Int) -> String {
        var paths = [String](repeating: "", count: changes.count)
        var counts = [Int](repeating: 0, count: changes.count)
        var began = 0
        let height = Self.band - 6
        func edge(_ column: Int) -> Int {
            Self.left + column * (Self.width - Self.left - Self.right) / Self.columns
        }
        func close(at column: Int) {
            guard began < column else { return }
            var sum = 0
            for family in counts.indices.reversed() where counts[family] > 0 {
                let from = sum * height / max(1, count)
                sum += counts[family]
                let to = sum * height / max(1, count)
                paths[family] +=
                    "M\(edge(began)) \(y + height - from)V\(y + height - to)H\(edge(column))V"
                    + "\(y + height - from)z"
            }
            began = column
        }
        for column in 0..<Self.columns where changes.contains(where: { $0[column] != 0 }) {
            close(at: column)
            for family in counts.indices { counts[family] += changes[family][column] }
        }
        close(at: Self.columns)
        return StateFamily.allCases.map { family in
            paths[family.rawValue].isEmpty
                ? "" : "<path class=\"\(family.styleClass)\" d=\"\(paths[family.rawValue])\"/>\n"
        }.joined()
    }
}
