import BareMetal
import Compute
import Hardware
import OrderedCollections
import Plans
import Testing
import Undercloud
import World

@testable import Harness

@Suite("A run's story")
struct StoryTests {
    private static let roles: OrderedDictionary<ServerName, RoleName> = [
        "compute-0": "compute", "compute-1": "compute", "controller-0": "controller",
    ]

    /// What is told of these events, each a minute after the one before.
    private func texts(_ events: [any JournalEvent]) -> [String] { told(events).map(\.text) }

    private func told(_ events: [any JournalEvent]) -> [StoryEntry] {
        var story = Story(roles: Self.roles)
        for (index, event) in events.enumerated() {
            let entry = JournalEntry(
                sequence: Int64(index), at: .epoch + .seconds(60 * index), source: "s",
                event: event)
            story.observe(entry)
        }
        return story.told
    }

    private func server(
        _ name: ServerName, _ from: ServerState, _ to: ServerState, on node: String?,
        because reason: String? = nil
    ) -> FlowEvent { .server(name, from: from, to: to, node: node, reason: reason) }

    @Test("tells servers of one role that come up in one phase as one")
    func folded() {
        let told = told([
            FlowEvent.phase(.overcloudDeploy),
            server("compute-0", .starting, .active, on: "n1"),
            server("controller-0", .starting, .active, on: "n2"),
            server("compute-1", .starting, .active, on: "n3"),
        ])
        #expect(
            told.map(\.text) == [
                "overcloud-deploy begins", "compute: 2 servers are up",
                "controller-0 is up on n2",
            ])
        #expect(told[1].subjects == ["compute-0", "compute-1"])
        #expect(told[1].began.duration == .seconds(60) && told[1].ended.duration == .seconds(180))
    }

    @Test("tells how a server loses its machine and heals on another")
    func healing() {
        #expect(
            texts([
                server("compute-0", .starting, .active, on: "n1"),
                server("compute-0", .active, .evicting, on: "n1", because: "silence"),
                server("compute-0", .evicting, .unplaced, on: "n1"),
                server("compute-0", .unplaced, .deploying, on: "n2"),
                server("compute-0", .deploying, .starting, on: "n2"),
                server("compute-0", .starting, .active, on: "n2"),
            ]) == [
                "compute-0 is up on n1", "compute-0 is taken from n1: silence",
                "compute-0 gets n2, now that its old machine is known to be off",
                "compute-0 is up on n2, healed after 0:04:00",
            ])
    }

    @Test("counts healing from the moment the machine broke, where that is known")
    func healingSinceFault() {
        var story = ServerStory(roles: Self.roles)
        func change(_ from: ServerState, _ to: ServerState, _ node: String) -> ServerStory.Change {
            ServerStory.Change(
                server: "compute-0", from: from, to: to, node: node, reason: "silence")
        }
        _ = story.tell(change(.starting, .active, "n1"), at: .epoch)
        story.note(faultOn: "n1", at: .epoch + .seconds(60))
        _ = story.tell(change(.active, .evicting, "n1"), at: .epoch + .seconds(960))
        #expect(story.up == 0)
        let healed = story.tell(change(.starting, .active, "n2"), at: .epoch + .seconds(1260))
        #expect(healed?.text == "compute-0 is up on n2, healed after 0:20:00")
        #expect(story.up == 1)
    }

    @Test("tells a server that was never up and needs another machine, but no healing")
    func retried() {
        #expect(
            texts([
                server("compute-0", .unplaced, .deploying, on: "n1"),
                server("compute-0", .deploying, .evicting, on: "n1", because: "disk full"),
                server("compute-0", .evicting, .unplaced, on: "n1"),
                server("compute-0", .unplaced, .deploying, on: "n2"),
                server("compute-0", .starting, .active, on: "n2"),
            ]) == [
                "compute-0 needs another machine than n1: disk full", "compute-0 is up on n2",
            ])
    }

    @Test("says how often the same thing happened to the same node")
    func repeated() {
        let maintenance = Maintenance(reason: "no power", fault: .powerFailure)
        let told = told([
            BareMetalEvent.maintenance("n1", maintenance), BareMetalEvent.maintenance("n1", nil),
            BareMetalEvent.maintenance("n1", maintenance),
        ])
        #expect(told.map(\.text) == ["node n1 is set aside: no power", "node n1 is taken back"])
        #expect(told[0].count == 2 && told[0].subjects == ["n1"])
    }

    @Test("leaves out what does not matter to people")
    func silent() {
        #expect(
            texts([
                MachineEvent.power("n1", .on), BareMetalEvent.step("n1", .writeImage),
                StoreEvent.memberJoined(Seed.storeName, "seed"),
            ]).isEmpty)
    }

    @Test("has an end, and says how much it leaves out")
    func bounded() {
        var story = Story(roles: [:])
        let occurrence = Occurrence(kind: .handedOver, subject: "cloud", text: "again")
        for _ in 0..<RunLimits.storyEntries + 7 { story.add(occurrence, at: .epoch) }
        #expect(story.told.count == RunLimits.storyEntries)
        #expect(story.untold == 7)
    }
}
