import Hardware
import SimulatedCluster
import Testing

@Suite("A membership")
struct MembershipTests {
    /// Nodes that hear each other, but for cut links.
    private struct Ring {
        var nodes: [NodeName: Membership] = [:]
        var names: [NodeName]
        /// What is not heard: from whom, by whom.
        var cut: Set<[NodeName]> = []
        var now = Duration.zero

        init(_ names: [NodeName]) {
            self.names = names
            for name in names { nodes[name] = Membership(name, at: .zero) }
        }

        mutating func run(for time: Duration) {
            let end = now + time
            while now < end {
                now += .milliseconds(50)
                for name in names {
                    guard let message = nodes[name]?.pass(at: now) else { continue }
                    for other in names where !cut.contains([name, other]) {
                        nodes[other]?.receive(message, at: now)
                    }
                }
            }
        }

        func members(of name: NodeName) -> [NodeName] { nodes[name]?.members ?? [] }
    }

    @Test("forms of all that hear each other")
    func forms() {
        var ring = Ring(["a", "b", "c"])
        ring.run(for: .seconds(10))
        for name in ring.names { #expect(ring.members(of: name) == ["a", "b", "c"]) }
    }

    @Test("keeps a lost node for its token's time and the consensus, and no longer")
    func losesNode() {
        var ring = Ring(["a", "b", "c"])
        ring.run(for: .seconds(10))
        ring.nodes["c"] = nil
        ring.run(for: .seconds(3))
        #expect(ring.members(of: "a") == ["a", "b", "c"])
        ring.run(for: .seconds(5))
        #expect(ring.members(of: "a") == ["a", "b"])
        #expect(ring.members(of: "b") == ["a", "b"])
    }

    @Test("does not have a node that hears, but is not heard")
    func oneWay() {
        var ring = Ring(["a", "b", "c"])
        ring.run(for: .seconds(10))
        ring.cut = [["c", "a"], ["c", "b"]]
        ring.run(for: .seconds(15))
        #expect(ring.members(of: "a") == ["a", "b"])
        #expect(ring.members(of: "b") == ["a", "b"])
        #expect(ring.members(of: "c") == ["c"])
    }

    @Test("puts nobody together with somebody that he does not hear, and all agree on that")
    func partialCut() {
        var ring = Ring(["a", "b", "c"])
        ring.run(for: .seconds(10))
        ring.cut = [["a", "b"]]
        ring.run(for: .seconds(15))
        #expect(ring.members(of: "a") == ["a", "c"])
        #expect(ring.members(of: "b") == ["b"])
        #expect(ring.members(of: "c") == ["a", "c"])
    }

    @Test("comes together again when the links are mended")
    func heals() {
        var ring = Ring(["a", "b", "c", "d"])
        ring.run(for: .seconds(10))
        ring.cut = [
            ["a", "c"], ["c", "a"], ["a", "d"], ["d", "a"], ["b", "c"], ["c", "b"], ["b", "d"],
            ["d", "b"],
        ]
        ring.run(for: .seconds(15))
        #expect(ring.members(of: "b") == ["a", "b"])
        #expect(ring.members(of: "c") == ["c", "d"])
        ring.cut = []
        ring.run(for: .seconds(15))
        for name in ring.names { #expect(ring.members(of: name) == ring.names) }
    }
}
