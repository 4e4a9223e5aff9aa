import BareMetal
import Compute
import Hardware
import Plans
import Testing
import World

@testable import Undercloud

@Suite("Where a server is, and why")
struct ServerExplanationTests {
    private static func moment(_ minute: Int) -> Instant { NodeExplanationTests.moment(minute) }

    private func ask(
        _ name: String, servers: [Server] = [], nodes: [Node] = [],
        at minute: Int = 200, _ change: (inout Cloud) -> Void = { $0.overcloud = .deployed }
    ) throws -> Explanation {
        var times = CloudTimes()
        for node in nodes { times.observe(node, at: Self.moment(90)) }
        for server in servers { times.observe(server, at: Self.moment(90)) }
        let sight = CloudSight(
            now: Self.moment(minute), cloud: Samples.cloud(.undercloud, change), nodes: nodes,
            servers: servers,
            leadership: Leadership(term: Term(number: 1), holder: "control-0"), times: times)
        return try #require(sight.explanation(of: name))
    }

    @Test("is on its machine, and runs")
    func running() throws {
        let node = Samples.node(.active) { Samples.isOwned(&$0) }
        let told = try ask("compute-0", servers: [Samples.server(.active)], nodes: [node])
        #expect(told.cause == .deployed)
        #expect(told.answer == "it runs on node-1")
        #expect(told.partner == "node-1")
    }

    @Test("is with its machine, which says what it waits for")
    func underWay() throws {
        let node = Samples.node(.deployWait) {
            Samples.isOwned(&$0)
            $0.step = Samples.writing()
        }
        let told = try ask("compute-0", servers: [Samples.server(.deploying)], nodes: [node])
        #expect(told.cause == .machineUnderWay)
        #expect(told.answer.hasPrefix("its machine node-1 is wait call-back: it waits for step"))
        #expect(told.wait?.what.hasPrefix("step write_image") == true)
    }

    @Test("is nowhere: every machine has its reason")
    func noValidHost() throws {
        let nodes = [
            Samples.node(.available, "a-allocated") { $0.allocation = Identifier(text: "x") },
            Samples.node(.manageable, "b-retired") { $0.retirement = Retirement(reason: nil) },
            Samples.node(.available, "c-kept") {
                $0.maintenance = Maintenance(reason: "", fault: nil)
            },
            Samples.node(.cleanFailed, "d-dirty"),
            Samples.node(.available, "e-unknown") { $0.powerState = nil },
            Samples.node(.available, "f-locked") {
                $0.reservation = Reservation(holder: "", term: Term(number: 1))
            },
            Samples.node(.active, "g-used") { Samples.isOwned(&$0) },
        ]
        let told = try ask(
            "compute-0", servers: [Samples.server(.unplaced, on: nil)], nodes: nodes)
        #expect(told.cause == .noValidHost)
        #expect(told.answer.hasPrefix("No valid host was found for compute-0: 7 hosts considered"))
        #expect(told.candidates.map(\.name) == nodes.map(\.name.text))
        #expect(
            told.candidates.map(\.reason) == [
                "allocated", "retired", "in maintenance", "in state clean failed",
                "of unknown power", "locked", "in use",
            ])
        #expect(told.wait?.until == nil)
    }

    @Test("waits before it is tried on another machine, and names those that failed it")
    func retryDelay() throws {
        var times = CloudTimes()
        let minutes: [(Int, ServerState, NodeName?, String?)] = [
            (10, .unplaced, nil, nil), (11, .deploying, "node-1", nil),
            (30, .evicting, "node-1", "the disk is full"),
            (31, .unplaced, nil, "the disk is full"),
            (33, .deploying, "node-2", "the disk is full"),
            (50, .unplaced, nil, "node-2 is in maintenance"),
        ]
        var server = Samples.server(.unplaced, on: nil)
        for (minute, state, node, error) in minutes {
            if state == .unplaced, let old = server.node { server.failedOn.append(old) }
            (server.state, server.node, server.lastError) = (state, node, error)
            times.observe(server, at: Self.moment(minute))
        }
        let sight = CloudSight(
            now: Self.moment(51), cloud: Samples.cloud(.undercloud),
            nodes: [Samples.node(.available, "node-3")], servers: [server],
            leadership: Leadership(term: Term(number: 1), holder: "control-0"), times: times)
        let told = try #require(sight.explanation(of: "compute-0"))
        #expect(told.cause == .retryDelay)
        #expect(told.wait?.until == Moment(Self.moment(50) + FlowLimits.delay(after: 1)))
        #expect(told.tried.map(\.name) == ["node-1", "node-2"])
        #expect(told.tried.map(\.reason) == ["the disk is full", "node-2 is in maintenance"])
        #expect(told.history.map(\.machine) == [nil, "node-1", "node-1", nil, "node-2", nil])
    }

    @Test("is to have the next free machine")
    func next() throws {
        let told = try ask(
            "compute-0", servers: [Samples.server(.unplaced, on: nil)],
            nodes: [Samples.node(.available)])
        #expect(told.cause == .nextLook)
        #expect(told.answer == "node-1 is free and fits")
    }

    @Test("gets no machine before its old one is off for certain")
    func evicting() throws {
        let node = Samples.node(.active) {
            Samples.isOwned(&$0)
            $0.maintenance = Maintenance(reason: "no word", fault: .powerFailure)
        }
        let server = Samples.server(.evicting) { $0.lastError = "silent" }
        let told = try ask("compute-0", servers: [server], nodes: [node])
        #expect(told.cause == .oldMachine)
        #expect(told.answer.contains("node-1 failed it: silent"))
        #expect(told.answer.contains("in maintenance: no word"))
    }

    @Test("was given up after too many machines")
    func givenUp() throws {
        let server = Samples.server(.error, on: nil) {
            ($0.failedOn, $0.lastError) = (["node-1", "node-2"], "no disk")
        }
        let told = try ask("compute-0", servers: [server])
        #expect(told.cause == .operatorNeeded)
        #expect(told.answer == "it was given up after 2 machines: no disk")
    }

    @Test("is not there yet, or refused, while only the plan knows it")
    func planned() throws {
        let pending = try ask("compute-1") { $0.phase = .pivot }
        #expect(pending.cause == .notYet)
        #expect(pending.state == nil)
        let refused = try ask("compute-1", nodes: [Samples.node(.available)]) {
            $0.overcloud = .refused(reason: "too few")
        }
        #expect(refused.cause == .noValidHost)
        #expect(refused.candidates.map(\.reason) == ["taken by other servers"])
        let placed = try ask("compute-0", nodes: [Samples.node(.available)]) {
            $0.overcloud = .refused(reason: "too few")
        }
        #expect(placed.cause == .refused)
    }

    @Test("is unknown where neither a record nor the plan has the name")
    func unknown() {
        let sight = CloudSight(
            now: Self.moment(1), cloud: Samples.cloud(.undercloud), nodes: [], servers: [],
            leadership: nil, times: CloudTimes())
        #expect(sight.explanation(of: "compute-9") == nil)
        #expect(sight.subjects.contains("compute-1"))
    }

    @Test("reads as text that begins with the answer and tells every fact")
    func text() throws {
        let node = Samples.node(.deployWait) {
            Samples.isOwned(&$0)
            $0.step = Samples.writing()
        }
        let told = try ask("compute-0", servers: [Samples.server(.deploying)], nodes: [node])
        let lines = ExplanationText.lines(of: told)
        #expect(lines[0] == "server compute-0: why is it not running?")
        #expect(lines[1].hasPrefix("  Its machine node-1 is wait call-back"))
        #expect(lines.contains("  asked at   3:20:00"))
        #expect(lines.contains("  state      deploying, since 1:30:00, for 1:50:00"))
        #expect(lines.contains("  machine    node-1"))
        #expect(lines.contains { $0.hasPrefix("  waits for  step write_image") })
        #expect(lines.contains("  times out  at 2:00:00 at the earliest"))
        #expect(lines.last == "    1:30:00  deploying on node-1")
    }
}
