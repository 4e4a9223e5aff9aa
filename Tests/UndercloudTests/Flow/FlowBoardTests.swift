import BareMetal
import Compute
import Hardware
import Testing
import World

@testable import Undercloud

@Suite("The flow's board")
struct FlowBoardTests {
    private static func after(_ seconds: Int) -> Instant { .epoch + .seconds(seconds) }

    private static func change<Document: StoredDocument>(
        _ document: Document, _ revision: Int64
    ) -> DocumentChange<Document> {
        DocumentChange(id: document.id, revision: Revision(number: revision), document: document)
    }

    @Test("knows since when a thing has been as it is, wherever others come to be beside it")
    func since() {
        var board = FlowBoard()
        board.take(Self.change(Samples.node(.enroll, "b"), 1), now: Self.after(5))
        board.take(Self.change(Samples.node(.enroll, "b"), 2), now: Self.after(9))
        board.take(Self.change(Samples.node(.enroll, "a"), 3), now: Self.after(10))
        #expect(board.nodeSince(at: 1) == Self.after(5))
        #expect(board.nodeSince(at: 0) == Self.after(10))
        board.take(Self.change(Samples.node(.verifying, "b"), 4), now: Self.after(12))
        board.take(Self.change(Samples.node(.enroll, "b"), 5), now: Self.after(20))
        #expect(board.nodeSince(at: 1) == Self.after(20))
        let gone = DocumentChange<Node>(id: "a", revision: Revision(number: 6), document: nil)
        board.take(gone, now: Self.after(21))
        #expect(board.nodeSince(at: 0) == Self.after(20))
        #expect(board.nodes.documents.map(\.id) == ["b"])
    }

    @Test("asks nothing of a node that rests, and something of one whose server let it go")
    func prospects() {
        var board = FlowBoard()
        var server = Samples.server(.active, on: "a")
        board.take(Self.change(server, 1), now: .epoch)
        board.take(Self.change(Samples.node(.active, "a"), 2), now: .epoch)
        board.take(Self.change(Samples.node(.available, "b"), 3), now: .epoch)
        board.take(Self.change(Samples.node(.enroll, "c"), 4), now: .epoch)
        board.take(Self.change(Samples.node(.inspectFailed, "d"), 5), now: .epoch)
        #expect((0..<4).map(board.prospect(at:)) == [.nothing, .nothing, .controller, .ramdisk])
        server.node = nil
        board.take(Self.change(server, 6), now: .epoch)
        #expect(board.prospect(at: 0) == .ramdisk)
        server.node = "a"
        board.take(Self.change(server, 7), now: .epoch)
        #expect(board.prospect(at: 0) == .nothing)
    }

    @Test("lets a server rest until its time, its own change or its machine's")
    func rests() {
        var board = FlowBoard()
        let server = Samples.server(.active, on: "a")
        board.take(Self.change(server, 1), now: .epoch)
        #expect(board.dueServers(at: Self.after(1)) == [0])
        board.rest(.until(Self.after(60)), at: 0)
        #expect(board.dueServers(at: Self.after(59)) == [])
        #expect(board.dueServers(at: Self.after(60)) == [0])
        board.rest(.untilChange, at: 0)
        board.take(Self.change(Samples.node(.active, "b"), 2), now: Self.after(60))
        #expect(board.dueServers(at: Self.after(900)) == [])
        board.take(Self.change(Samples.node(.active, "a"), 3), now: Self.after(60))
        #expect(board.dueServers(at: Self.after(60)) == [0])
        board.rest(.untilChange, at: 0)
        board.take(Self.change(server, 4), now: Self.after(61))
        #expect(board.dueServers(at: Self.after(61)) == [0])
    }

    @Test("lets a server that runs rest no longer than its silence could call for something")
    func silence() {
        let (node, limit) = (Samples.node(.active), FlowLimits.switchOnDelay)
        for heard in [0, 1, 120, 299, 300] {
            let rest = ServerFlow.rest(
                of: Samples.server(.active), silence: .seconds(heard), now: Self.after(1000))
            #expect(rest == .until(Self.after(1000) + (limit - .seconds(heard))))
        }
        var stopped = node
        stopped.powerState = .off
        stopped.instance = Instance(
            id: Samples.instance, owner: "compute-0", image: Samples.image)
        let server = Samples.server(.active) { $0.instance = Samples.instance }
        func action(_ silence: Duration) -> ServerFlow.Action {
            ServerFlow.next(
                server, on: stopped, image: Samples.image, idle: silence, nodeIdle: silence,
                contact: nil, silence: silence)
        }
        #expect(action(limit) == .nothing)
        #expect(action(limit + .nanoseconds(1)) == .switchOn)
        #expect(
            ServerFlow.rest(of: server, silence: limit + .nanoseconds(1), now: .epoch) == .none)
    }

    @Test("lets what is deployed rest until something changes: time alone decides nothing")
    func deploying() {
        for state in ProvisionState.allCases {
            let node = Samples.node(state) { $0.allocation = Samples.instance }
            let server = Samples.server(.deploying) { $0.instance = Samples.instance }
            func action(_ seconds: Int) -> ServerFlow.Action {
                ServerFlow.next(
                    server, on: node, image: Samples.image, idle: .seconds(seconds),
                    nodeIdle: .seconds(seconds), contact: nil, silence: .seconds(seconds))
            }
            #expect(action(0) == action(1_000_000), "a node that is \(state)")
        }
        #expect(
            ServerFlow.rest(of: Samples.server(.deploying), silence: .zero, now: .epoch)
                == .untilChange)
    }
}
