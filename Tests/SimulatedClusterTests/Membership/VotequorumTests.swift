import Hardware
import SimulatedCluster
import Testing

@Suite("A count of votes")
struct VotequorumTests {
    private let nodes: [NodeName] = ["a", "b", "c", "d"]

    @Test("takes more than half for a quorum", arguments: [(3, 2), (4, 3), (5, 3), (7, 4), (1, 1)])
    func majority(votes: Int, quorum: Int) {
        #expect(Votequorum(QuorumOptions(expectedVotes: votes)).quorum == quorum)
    }

    @Test("loses its quorum with the majority, and has it back with it")
    func losesAndRegains() {
        var votes = Votequorum(QuorumOptions(expectedVotes: 3))
        votes.change(members: ["a"], at: .zero)
        #expect(!votes.isQuorate)
        votes.change(members: ["a", "b"], at: .seconds(1))
        #expect(votes.isQuorate)
        votes.change(members: ["a"], at: .seconds(2))
        #expect(!votes.isQuorate)
    }

    @Test("lets one of two nodes go on, but not before they have met")
    func twoNodes() {
        var votes = Votequorum(QuorumOptions(expectedVotes: 2, isTwoNode: true))
        votes.change(members: ["a"], at: .zero)
        #expect(!votes.isQuorate, "a node that has met nobody may be cut off")
        votes.change(members: ["a", "b"], at: .seconds(1))
        #expect(votes.isQuorate)
        votes.change(members: ["a"], at: .seconds(2))
        #expect(votes.isQuorate)
    }

    @Test("waits for all after a start, if told so, and never again")
    func waitsForAll() {
        var votes = Votequorum(QuorumOptions(expectedVotes: 3, waitsForAll: true))
        votes.change(members: ["a", "b"], at: .zero)
        #expect(!votes.isQuorate)
        votes.change(members: ["a", "b", "c"], at: .seconds(1))
        votes.change(members: ["a", "b"], at: .seconds(2))
        #expect(votes.isQuorate)
    }

    @Test("breaks a tie for the half with the lowest node, if it had quorum before")
    func breaksTies() {
        let options = QuorumOptions(expectedVotes: 4, breaksTies: true)
        for (half, wins) in [(["a", "b"], true), (["c", "d"], false)] as [([NodeName], Bool)] {
            var votes = Votequorum(options)
            votes.change(members: half, at: .zero)
            #expect(!votes.isQuorate, "\(half) had no quorum before")
            votes.change(members: nodes, at: .seconds(1))
            votes.change(members: half, at: .seconds(2))
            #expect(votes.isQuorate == wins, "\(half)")
        }
    }

    @Test("counts the last men standing once their membership has lasted, and not before")
    func lastManStanding() throws {
        var votes = Votequorum(QuorumOptions(expectedVotes: 5, lastManStanding: true))
        votes.change(members: nodes + ["e"], at: .zero)
        votes.change(members: ["a", "b", "c"], at: .seconds(10))
        let deadline = try #require(votes.deadline)
        #expect(deadline == .seconds(20))
        votes.pass(at: .seconds(19))
        #expect(votes.expectedVotes == 5)
        votes.pass(at: deadline)
        #expect(votes.expectedVotes == 3)
        votes.change(members: ["a", "b"], at: .seconds(30))
        #expect(votes.isQuorate)
    }
}
