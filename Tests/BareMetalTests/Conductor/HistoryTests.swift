import Hardware
import Simulation
import Testing
import World

@testable import BareMetal

@Suite("A node's history")
struct HistoryTests {
    @Test("tells each failure with state, goal, conductor and reason")
    func failures() throws {
        let bench = Bench()
        try bench.run {
            bench.machine.manner = .unauthorized
            let station = try await bench.found(in: .available)
            try await station.conductor.request(.deploy(NodeOperation.instance), of: "node-1")
            try await bench.reach(.deployFailed, within: .seconds(600))
            let history = try await station.conductor.history(of: "node-1")
            let entry = try #require(history.first)
            #expect(history.count == 1)
            #expect(entry.severity == .error)
            #expect(entry.topic == .deploying)
            #expect(entry.event == bench.node.lastError)
            #expect(entry.state == .deployFailed)
            #expect(entry.target == .active)
            #expect(entry.conductor == "host-2")
            #expect(entry.at == bench.node.provisionUpdated)
        }
    }

    @Test("keeps the newest 300 entries a node, oldest first")
    func bound() throws {
        let bench = Bench(machines: 2)
        try bench.run {
            let station = try await bench.found(in: .manageable) {
                $0.historyCount = $0.name == "node-1" ? NodeHistoryLimits.entries - 3 : 0
            }
            for number in 1...6 {
                for name in ["node-1", "node-2"] {
                    let task = try await station.conductor.lock(name, for: LockPurpose("test"))
                    var held = task
                    try await held.release { $0.lastError = "failure \(number)" }
                    await station.conductor.register.end(task.reservation)
                }
            }
            let first = try await station.conductor.history(of: "node-1")
            #expect(first.map(\.number) == (298...303).map { $0 })
            #expect(first.map(\.event) == (1...6).map { "failure \($0)" })
            let second = try await station.conductor.history(of: "node-2")
            #expect(second.map(\.number) == (1...6).map { $0 })
        }
    }

    @Test("drops the entry that is 300 back, and no other")
    func dropped() throws {
        let bench = Bench()
        try bench.run {
            let station = try await bench.found(in: .manageable)
            for number in 1...305 {
                let task = try await station.conductor.lock("node-1", for: LockPurpose("test"))
                var held = task
                try await held.release { $0.lastError = "failure \(number)" }
                await station.conductor.register.end(task.reservation)
            }
            let history = try await station.conductor.history(of: "node-1")
            #expect(history.map(\.number) == (6...305).map { $0 })
        }
    }

    @Test("of answered intents is bounded, and none under way is forgotten")
    func intents() throws {
        let bench = Bench()
        try bench.run {
            let station = try await bench.found(in: .manageable)
            var last: [Identifier] = []
            for _ in 0..<15 {
                last.append(try await station.conductor.request(.inspect, of: "node-1"))
                try await bench.reach(.inspectWait, within: .seconds(60))
                #expect(bench.intents.contains { $0.outcome == .underWay })
                last.append(try await station.conductor.request(.abort, of: "node-1"))
                try await bench.reach(.inspectFailed, within: .seconds(60))
            }
            let kept = Set(bench.intents.map(\.identifier))
            #expect(kept == Set(last.suffix(NodeHistoryLimits.intents)))
            #expect(bench.node.answered == last.suffix(NodeHistoryLimits.intents))
        }
    }

    @Test("tells when steps begin and when all of them were taken")
    func milestones() throws {
        let bench = Bench()
        try bench.run {
            let station = try await bench.found(in: .manageable)
            try await station.conductor.request(.provide, of: "node-1")
            try await bench.reach(.available, within: .seconds(900))
            try await station.conductor.request(.deploy(NodeOperation.instance), of: "node-1")
            try await bench.reach(.active, within: .seconds(900))
            let history = try await station.conductor.history(of: "node-1")
            #expect(
                history.map(\.topic) == [
                    .automatedCleaningStart, .automatedCleaningEnd, .deploymentStart,
                    .deploymentEnd,
                ])
            #expect(history.allSatisfy { $0.severity == .info })
            #expect(history.first?.event.contains("erase_devices_metadata") == true)
            let told = history[0].response(of: bench.node.uuid, at: "http://a")
            #expect(told["event_type"] == "automated_cleaning_start")
            #expect(Set(history.map(\.uuid)).count == 4)
        }
    }
}
