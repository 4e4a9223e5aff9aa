import BareMetal
import Compute
import Hardware
import Testing
import Undercloud
import World

@testable import Harness

@Suite("The checker healthy-kept")
struct HealthyKeptTests {
    private static let booted = MachineEvent.bootedDisk(
        "node-1", disk: "sda", contents: "d00d", extent: .whole)

    private static func server(_ state: ServerState) -> Server {
        var server = Sample.server(0, on: "node-1", state)
        server.instance = Identifier(text: "i-1")
        return server
    }

    /// A server that runs, and is evicted half an hour after its machine started, with something
    /// that happened to the machines in between.
    private func evicting(
        after events: [(after: Duration, event: MachineEvent)] = [],
        on instance: String = "i-1", booted: MachineEvent = booted
    ) -> Violation? {
        var (checker, store) = (HealthyKept(), StoreScript())
        let node = Sample.node(
            "node-1", .active, instance: Sample.instance(instance, of: "compute-0"))
        var observations = [
            store.commit(Sample.cloud()), store.commit(node, Self.server(.starting)),
            store.tell(booted), store.commit(Self.server(.active)),
        ]
        var rest = Duration.seconds(1800)
        for (wait, event) in events {
            store.wait(wait)
            rest -= wait
            observations.append(store.tell(event))
        }
        store.wait(rest)
        observations.append(store.commit(Self.server(.evicting)))
        return checker.show(observations)
    }

    @Test("sees a server that is taken from a machine that runs and can be heard")
    func healthy() {
        let found = evicting()
        #expect(found?.subject == "compute-0")
        #expect(found?.message.hasPrefix("it was taken from node-1, which has run") == true)
    }

    @Test("does not take old faults, or those of others, for a reason")
    func unrelated() {
        let brief = Duration.seconds(60)
        #expect(
            evicting(after: [
                (brief, .fault("node-1", .linkLoss, .began)),
                (brief, .fault("node-1", .linkLoss, .ended)),
            ]) != nil)
        #expect(evicting(after: [(brief, .fault("node-2", .linkLoss, .began))]) != nil)
        #expect(evicting(after: [(brief, .fault("node-1", .bmcSilent, .began))]) != nil)
    }

    /// What excuses an eviction, as it happens fifteen minutes and a second before.
    static let reasons: [MachineEvent] = [
        .fault("node-1", .linkLoss, .began), .fault("node-1", .linkLoss, .ended),
        .fault("seed", .linkLoss, .began), .fault("seed", .powerLoss, .ended),
        .fault("seed", .machineDead, .began), .power("node-1", .off),
        .bootedRamdisk("node-1", kernel: "0ce1", ramdisk: "0ce2"),
        .bootFailed("node-1", reason: "nothing to boot"),
        .bootedDisk("node-1", disk: "sda", contents: "bad", extent: .whole),
        .bootedDisk("node-1", disk: "sda", contents: "d00d", extent: .partial),
    ]

    @Test("takes what kept a machine from running or being heard for a reason", arguments: reasons)
    func excused(_ reason: MachineEvent) {
        #expect(evicting(after: [(.seconds(899), reason)]) == nil)
    }

    /// What stops a machine for a while.
    static let stops: [MachineEvent] = [
        .power("node-1", .off), .crashed("node-1", reason: "panic"),
        .fault("node-1", .osHangs, .began),
    ]

    @Test("sees a server that is given up before its machine had its time", arguments: stops)
    func hasty(_ stop: MachineEvent) {
        let found = evicting(after: [(.seconds(1000), stop)])
        #expect(found?.message.hasPrefix("it was taken from node-1, which had run") == true)
        #expect(evicting(after: [(.seconds(985), stop)]) == nil)
        #expect(
            evicting(after: [(.seconds(1000), stop), (.zero, .fault("seed", .linkLoss, .began))])
                == nil)
    }

    @Test("leaves a machine time after it started, and lets a server go whose machine is another's")
    func young() {
        #expect(evicting(after: [(.seconds(901), Self.booted)]) == nil)
        #expect(evicting(on: "i-2") == nil)
    }
}
