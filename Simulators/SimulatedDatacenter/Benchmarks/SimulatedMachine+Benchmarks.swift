import Hardware
import Simulation
import World

/// What benchmarks find out about a machine. Figures are drawn when somebody measures: a machine
/// that nobody measures has none.
extension SimulatedMachine {
    /// What a benchmark exercises.
    public enum Exercise: String, Sendable, Hashable, CaseIterable {
        case processors, memory, disks, network
    }

    /// How long the tool runs one figure's benchmark (its `--max-time` for processors and memory,
    /// and fio's `runtime` for disks).
    private static let oneFigure: Duration = .seconds(10)
    /// Processors of one socket; memory is measured on one of each.
    private static let socket = 8

    /// Measures parts of the machine with what is wrong with it now, and tells of it.
    public func measure(_ exercises: [Exercise]) -> [BenchmarkFigure] {
        let sickness = sickness
        var draw = FigureDraw(
            fabric.simulator.random.branch("machine \(name)").branch("benchmarks"),
            at: fabric.simulator.now)
        let model = BenchmarkModel(of: specification.model)
        let figures = Exercise.allCases.filter(exercises.contains).flatMap { exercise in
            switch exercise {
            case .processors: processorFigures(model, sickness, &draw)
            case .memory: memoryFigures(model, sickness, &draw)
            case .disks: diskFigures(model, sickness, &draw)
            case .network: networkFigures(model, sickness, &draw)
            }
        }
        record(.measured(name, slow: sickness.parts(diskNames: measurableDisks.map(\.label))))
        return figures
    }

    /// How long that takes: processors and memory one after the other, disks one by one and then
    /// all together.
    public func time(for exercises: [Exercise]) -> Duration {
        let disks = measurableDisks.count
        let figures = exercises.reduce(0) { sum, exercise in
            switch exercise {
            case .processors: sum + 2
            case .memory: sum + 3 * BenchmarkModel.blocks.count
            case .disks: sum + 2 * (disks + (disks > 1 ? 1 : 0))
            case .network: sum + 1
            }
        }
        return Self.oneFigure * figures
    }

    /// The firmware that its disks carry.
    public var diskFirmware: String { has(.diskFirmwareOld) ? "HPG1" : "HPG4" }

    /// What is wrong with it now.
    var sickness: MachineSickness {
        let (faults, found, disks) = state.read { state in
            (state.faults, state.findings, state.disks.filter(\.isPresent).map(\.slowdown))
        }
        return MachineSickness(
            faults: faults, found: found, throttling: timing.throttling,
            slowdown: timing.slowdown, disks: disks)
    }

    private var measurableDisks: [(label: String, isRotational: Bool)] {
        disks.map { ($0.name.replacing(prefix: "/dev/"), $0.isRotational) }
    }

    private func processorFigures(
        _ model: BenchmarkModel, _ sickness: MachineSickness, _ draw: inout FigureDraw
    ) -> [BenchmarkFigure] {
        let (centre, spread) = (model.loops * sickness.processors, model.spread.processors)
        let count = facts.processor.count
        draw.begin("processors")
        let single = (0..<count).map { number in
            BenchmarkFigure(
                kind: "cpu", part: "logical_\(number)", name: "loops_per_sec",
                value: draw.value(centre, spread))
        }
        // What all do together is a little less than the sum.
        let all = draw.value(centre * Double(count) * 0.94, spread)
        return single + [
            BenchmarkFigure(kind: "cpu", part: "logical", name: "loops_per_sec", value: all)
        ]
    }

    private func memoryFigures(
        _ model: BenchmarkModel, _ sickness: MachineSickness, _ draw: inout FigureDraw
    ) -> [BenchmarkFigure] {
        let (centre, spread) = (model.memory * sickness.memory, model.spread.memory)
        draw.begin("memory")
        func figures(
            _ part: String, _ prefix: String, times factor: Double, _ draw: inout FigureDraw
        ) -> [BenchmarkFigure] {
            BenchmarkModel.blocks.map { block in
                BenchmarkFigure(
                    kind: "cpu", part: part, name: "\(prefix)bandwidth_\(block.name)",
                    value: draw.value(centre * block.part * factor, spread))
            }
        }
        let count = facts.processor.count
        let sockets = stride(from: 0, to: count, by: Self.socket)
        let single = sockets.flatMap { figures("logical_\($0)", "", times: 1, &draw) }
        // Threads share a process's locks, and gain little from being many.
        return single + figures("logical", "threaded_", times: 1.3, &draw)
            + figures("logical", "forked_", times: 0.6 * Double(max(2, count)), &draw)
    }

    private func diskFigures(
        _ model: BenchmarkModel, _ sickness: MachineSickness, _ draw: inout FigureDraw
    ) -> [BenchmarkFigure] {
        let disks = measurableDisks
        var figures: [BenchmarkFigure] = []
        for (place, disk) in disks.enumerated() {
            draw.begin("disk \(place)")
            let kind = disk.isRotational ? model.spinning : model.flash
            let part = sickness.disks[place] * sickness.diskFirmware
            for mode in disks.count > 1 ? ["standalone", "simultaneous"] : ["standalone"] {
                let shared = mode == "standalone" ? 1 : sickness.disksTogether
                for (access, centre, block) in [
                    ("read_1M", kind.row, 1024.0), ("randread_4k", kind.pieces, 4.0),
                ] {
                    let speed = draw.value(centre * part * shared, model.spread.disks)
                    figures.append(
                        BenchmarkFigure(
                            kind: "disk", part: disk.label, name: "\(mode)_\(access)_KBps",
                            value: speed.rounded()))
                    figures.append(
                        BenchmarkFigure(
                            kind: "disk", part: disk.label, name: "\(mode)_\(access)_IOps",
                            value: max(1, (speed / block).rounded())))
                }
            }
        }
        return figures
    }

    private func networkFigures(
        _ model: BenchmarkModel, _ sickness: MachineSickness, _ draw: inout FigureDraw
    ) -> [BenchmarkFigure] {
        draw.begin("network")
        // What is left of a link's speed between the frames' heads, in Mbit/s.
        let megabits = specification.linkSpeed.bytesPerSecond * 8 / 1_000_000 * 0.94
        let value = draw.value(megabits * sickness.network, model.spread.network)
        return [
            BenchmarkFigure(
                kind: "network", part: "bandwidth", name: "bandwidth", value: value)
        ]
    }
}

extension String {
    fileprivate func replacing(prefix: String) -> String {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
    }
}
