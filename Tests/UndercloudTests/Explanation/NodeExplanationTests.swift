import BareMetal
import Compute
import Hardware
import Plans
import Testing
import World

@testable import Undercloud

@Suite("Why a node is not deployed")
struct NodeExplanationTests {
    /// What is asked at minute 100 of a node that has been as it is since minute 90.
    static func ask(
        _ node: Node, servers: [Server] = [], others: [Node] = [], led: Bool = true,
        at minute: Int = 100, cloud: Cloud = Samples.cloud(.undercloud)
    ) throws -> Explanation {
        var times = CloudTimes()
        let leadership = Leadership(term: Term(number: 3), holder: led ? "control-0" : nil)
        times.observe(leadership, at: moment(0))
        for each in [node] + others { times.observe(each, at: moment(90)) }
        for server in servers { times.observe(server, at: moment(90)) }
        let sight = CloudSight(
            now: moment(minute), cloud: cloud,
            nodes: ([node] + others).sorted { $0.name < $1.name }, servers: servers,
            leadership: leadership, times: times)
        return try #require(sight.explanation(of: node.name.text))
    }

    static func moment(_ minute: Int) -> Instant { .epoch + .seconds(minute * 60) }

    private func lock(_ term: Int) -> Reservation {
        Reservation(holder: "control-0/deploy#4", term: Term(number: term))
    }

    @Test("is that it is: it carries a server")
    func deployed() throws {
        let node = Samples.node(.active) { Samples.isOwned(&$0) }
        let told = try Self.ask(node, servers: [Samples.server(.active)])
        #expect(told.cause == .deployed)
        #expect(told.answer == "it is deployed: it carries compute-0, which runs overcloud")
        #expect(told.partner == "compute-0")
        #expect(told.state == "active")
        #expect(told.since == Moment(Self.moment(90)))
        #expect(told.wait == nil)
    }

    @Test("is that its system was not heard yet, and when that is given up")
    func starting() throws {
        let node = Samples.node(.active) { Samples.isOwned(&$0) }
        let told = try Self.ask(node, servers: [Samples.server(.starting)])
        #expect(told.cause == .starting)
        #expect(told.wait?.until == Moment(Self.moment(90) + FlowLimits.startLimit))
    }

    @Test("is a conductor that works on it, with its lock and its limit")
    func working() throws {
        let told = try Self.ask(Samples.node(.deploying) { $0.reservation = lock(3) })
        #expect(told.cause == .working)
        #expect(told.holder?.name == "control-0/deploy#4")
        #expect(told.holder?.term == 3)
        #expect(told.holder?.since == Moment(Self.moment(90)))
        #expect(told.wait?.since == Moment(Self.moment(90)))
        #expect(told.wait?.until == Moment(Self.moment(90) + ProvisionLimits.work))
    }

    @Test("is that whoever worked on it is gone")
    func orphaned() throws {
        #expect(try Self.ask(Samples.node(.cleaning)).cause == .orphaned)
        let old = try Self.ask(Samples.node(.cleaning) { $0.reservation = lock(2) })
        #expect(old.cause == .orphaned)
        #expect(old.next.contains("breaks the lock"))
    }

    @Test(
        "is a ramdisk that has not reported, and when it is given up",
        arguments: [ProvisionState.inspectWait, .cleanWait, .deployWait])
    func ramdisk(_ state: ProvisionState) throws {
        let told = try Self.ask(Samples.node(state))
        #expect(told.cause == .ramdisk)
        #expect(told.wait?.what == "its ramdisk to start and report")
        #expect(told.wait?.until == Moment(Self.moment(90) + ProvisionLimits.callback))
    }

    @Test("is a step that its ramdisk carries out, by name and try")
    func step() throws {
        let told = try Self.ask(
            Samples.node(.deployWait) {
                $0.step = Samples.writing(start: 2)
            })
        #expect(told.cause == .step)
        #expect(told.wait?.what == "step write_image on its ramdisk, start 2 of at most 3")
        #expect(told.wait?.until == Moment(Self.moment(90) + ProvisionLimits.callback))
    }

    @Test("is that it was held for an operator")
    func held() throws {
        let told = try Self.ask(Samples.node(.deployHold))
        #expect(told.cause == .held)
        #expect(told.next.contains("'unhold'"))
    }

    @Test("is its maintenance, and who ends it")
    func maintenance() throws {
        let byHand = try Self.ask(
            Samples.node(.available) { $0.maintenance = Maintenance(reason: "fan", fault: nil) })
        #expect(byHand.cause == .maintenance)
        #expect(byHand.answer == "it is in maintenance: fan")
        #expect(byHand.wait?.since == Moment(Self.moment(90)))
        #expect(byHand.next == "an operator ends the maintenance")
        let byPower = try Self.ask(
            Samples.node(.available) {
                $0.maintenance = Maintenance(reason: "no word", fault: .powerFailure)
            })
        #expect(byPower.next.contains("asked again every 5 min"))
    }

    @Test("is the delay before it is tried again, until when, and what failed")
    func retryDelay() throws {
        let told = try Self.ask(
            Samples.node(.inspectFailed) { ($0.failures, $0.lastError) = (3, "no word") })
        #expect(told.cause == .retryDelay)
        #expect(told.answer == "it failed 3 of at most 8 times: no word")
        let due = Self.moment(90) + FlowLimits.delay(after: 3)
        #expect(told.wait?.until == Moment(due))
        #expect(told.next == "'inspect' is asked of it at \(due)")
        let due2 = try Self.ask(
            Samples.node(.inspectFailed) { $0.failures = 1 }, at: 100)
        #expect(due2.cause == .nextLook)
    }

    @Test("is that an operator has it in hand, and what the operator has to ask for")
    func inHand() throws {
        let told = try Self.ask(Samples.node(.manageable) { $0.custody = .operator })
        #expect(told.cause == .inHand)
        #expect(told.answer == "it is manageable, and an operator has it in hand")
        #expect(told.next == "nothing, until its operator asks for 'provide'")
        let failed = try Self.ask(
            Samples.node(.cleanFailed) { ($0.custody, $0.lastError) = (.operator, "disk") })
        #expect(failed.answer.hasSuffix("in hand: disk"))
    }

    @Test("is that it failed too often")
    func givenUp() throws {
        let told = try Self.ask(
            Samples.node(.cleanFailed) { ($0.failures, $0.lastError) = (8, "disk") })
        #expect(told.cause == .operatorNeeded)
        #expect(told.answer == "it failed 8 times in a row: disk")
        #expect(told.history.last?.reason == "disk")
    }

    @Test("is that as many nodes are under way as may be")
    func concurrency() throws {
        let busy = (0..<PlanLimits.usualRamdisks).map {
            Samples.node(.cleanWait, NodeName("busy-\($0)"))
        }
        let told = try Self.ask(Samples.node(.manageable), others: busy)
        #expect(told.cause == .concurrencyLimit)
        #expect(told.wait?.what.contains("250 nodes are under way") == true)
        #expect(try Self.ask(Samples.node(.manageable)).cause == .nextLook)
        #expect(try Self.ask(Samples.node(.enroll), others: busy).cause == .nextLook)
        let claimed = Samples.node(.available) { $0.allocation = Samples.instance }
        let servers = [Samples.server(.deploying)]
        #expect(
            try Self.ask(claimed, servers: servers, others: busy).cause == .concurrencyLimit)
        #expect(try Self.ask(claimed, servers: servers).cause == .claimed)
    }

    @Test("is that nobody leads")
    func leaderless() throws {
        #expect(try Self.ask(Samples.node(.manageable), led: false).cause == .noLeader)
    }

    @Test("is somebody's lock")
    func locked() throws {
        let told = try Self.ask(Samples.node(.available) { $0.reservation = lock(3) })
        #expect(told.cause == .locked)
        #expect(told.answer.contains("control-0/deploy#4"))
    }

    @Test("has a history of every state with its time and reason")
    func history() throws {
        var times = CloudTimes()
        let way: [(ProvisionState, String?)] = [
            (.enroll, nil), (.verifying, nil), (.enroll, "no answer"), (.verifying, nil),
            (.manageable, nil),
        ]
        var node = Samples.node(.enroll)
        for (minute, stop) in way.enumerated() {
            (node.provisionState, node.lastError) = stop
            times.observe(node, at: Self.moment(minute))
            times.observe(node, at: Self.moment(minute) + .seconds(30))
        }
        let sight = CloudSight(
            now: Self.moment(10), cloud: Samples.cloud(.undercloud), nodes: [node], servers: [],
            leadership: nil, times: times)
        let history = try #require(sight.explanation(of: "node-1")).history
        #expect(history.map(\.state) == way.map(\.0.rawValue))
        #expect(history.map(\.reason) == way.map(\.1))
        #expect(history.map(\.at) == (0..<5).map { Moment(Self.moment($0)) })
    }
}
