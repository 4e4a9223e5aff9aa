import BareMetal
import Hardware
import Harness
import OrderedCollections
import World

/// What the script of a page draws from.
///
/// Times are ticks. A track is `[time, value, time, value …]`, each time counted from the one
/// before. A stretch is four numbers: begin, end or -1, label, tone.
struct PageData {
    let chronicle: Chronicle
    let end: Tick

    var value: ScriptValue {
        let racks = racks
        return .object([
            ("end", .number(Int(end.count))),
            ("families", .texts(StateFamily.allCases.map(\.title))),
            ("letters", .texts(StateFamily.allCases.map(\.letter))),
            (
                "states",
                .list(
                    ProvisionState.allCases.map { state in
                        .list([
                            .text(state.rawValue), .number(StateFamily(state).rawValue),
                        ])
                    })
            ),
            ("doings", .texts(MachineHistory.Doing.allCases.map(\.text))),
            ("labels", .texts(chronicle.labels.all)),
            ("racks", .list(racks)),
            ("machines", .list(chronicle.machines.map { machine($0, $1) })),
            ("lanes", .list(lanes)),
        ])
    }

    /// Names with the places of their machines; last those that nobody racked.
    private var racks: [ScriptValue] {
        var places = OrderedDictionary<String, [Int]>()
        var racked: Set<String> = []
        for rack in chronicle.racks {
            for machine in rack.machines where racked.insert(machine.text).inserted {
                guard let index = chronicle.machines.index(forKey: machine.text) else { continue }
                places[rack.rack.text, default: []].append(index)
            }
        }
        for (index, name) in chronicle.machines.keys.enumerated() where !racked.contains(name) {
            places["elsewhere", default: []].append(index)
        }
        return places.map { .list([.text($0), .numbers($1)]) }
    }

    private func machine(_ name: String, _ history: MachineHistory) -> ScriptValue {
        .object([
            ("n", .text(name)), ("r", .number(history.role)), ("s", track(history.states)),
            ("p", track(history.doing)), ("t", track(history.steps)),
            ("v", track(history.servers)), ("m", track(history.maintenance)),
            ("f", stretches(history.faults)),
        ])
    }

    private func track(_ track: Track) -> ScriptValue {
        var last: Int32 = 0
        var numbers: [Int] = []
        for change in track.changes {
            numbers += [Int(change.at.count - last), Int(change.value)]
            last = change.at.count
        }
        return .numbers(numbers)
    }

    private func stretches(_ stretches: [Stretch]) -> ScriptValue {
        .numbers(
            stretches.flatMap { stretch in
                [
                    Int(stretch.began.count), stretch.ended.map { Int($0.count) } ?? -1,
                    stretch.label, ChartMark.Tone.allCases.firstIndex(of: stretch.tone) ?? 0,
                ]
            })
    }

    /// Kind by kind, each in the order in which its lanes were first shown.
    private var lanes: [ScriptValue] {
        ChartLane.Kind.allCases.flatMap { kind in
            chronicle.lanes.filter { $0.key.kind == kind }.map { lane, history in
                .object([
                    ("k", .text(kind.rawValue)), ("g", .text(Labels.cut(lane.group))),
                    ("n", .text(Labels.cut(lane.name))), ("s", stretches(history.stretches)),
                ])
            }
        }
    }
}
