import BareMetal
import Hardware
import Images
import Testing
import World

@testable import Harness

@Suite("The checker known-contents")
struct KnownContentsTests {
    private let instance = Sample.instance("i-1", of: "compute-0")

    private func catalogue(_ store: inout StoreScript) -> Observation {
        store.commit(
            Image(reference: Sample.image, purpose: .disk),
            Image(reference: Sample.reference("undercloud-full", "cafe"), purpose: .disk),
            Image(reference: Sample.kernel, purpose: .kernel),
            Image(reference: Sample.ramdisk, purpose: .ramdisk))
    }

    private func boot(
        _ contents: ImageDigest, _ extent: WrittenExtent = .whole,
        of machine: MachineName = "node-1"
    ) -> MachineEvent {
        .bootedDisk(machine, disk: "/dev/sda", contents: contents, extent: extent)
    }

    @Test("has nothing against an instance's own image, nor against the deployment ramdisk")
    func ours() {
        var (checker, store) = (KnownContents(), StoreScript())
        let violation = checker.show([
            catalogue(&store), store.commit(Sample.node("node-1", .deploying, instance: instance)),
            store.tell(MachineEvent.bootedRamdisk("node-1", kernel: "0ce1", ramdisk: "0ce2")),
            store.tell(begin("d00d")), store.tell(end("d00d")), store.tell(boot("d00d")),
            store.commit(Sample.node("node-1", .active, instance: instance)),
            store.tell(boot("d00d")), store.tell(boot("5eed", of: "seed")),
        ])
        #expect(violation == nil)
    }

    private func begin(_ image: ImageDigest) -> MachineEvent {
        .writeStarted("node-1", disk: "/dev/sda", serial: "A", image: image)
    }

    private func end(_ image: ImageDigest, _ extent: WrittenExtent = .whole) -> MachineEvent {
        .writeEnded("node-1", disk: "/dev/sda", image: image, extent: extent)
    }

    @Test("wants nothing written for a node that starts from a volume, and knows what it starts")
    func volume() {
        var deploying = Sample.node("node-1", .deploying, instance: instance)
        deploying.driverSettings = DriverSettings(interfaces: ["storage_interface": "external"])
        var active = deploying
        active.provisionState = .active
        let volume = VolumeTarget(
            uuid: Identifier(text: "v"), node: "node-1", volumeType: "iscsi", volumeID: "v",
            bootIndex: VolumeTarget.rootIndex)
        var (checker, store) = (KnownContents(), StoreScript())
        let fine = checker.show([
            catalogue(&store), store.commit(volume), store.commit(deploying),
            store.commit(active), store.tell(boot("d00d")),
        ])
        #expect(fine == nil)
        #expect(checker.show([store.tell(boot("cafe"))])?.checker == "known-contents")
    }

    @Test("sees a node that is called active before its own image is whole on its machine")
    func unwritten() {
        let histories: [[MachineEvent]] = [
            [], [begin("d00d")], [begin("d00d"), end("d00d", .partial)],
            [begin("d00d"), end("d00d", .damaged)], [begin("cafe"), end("cafe")],
            [begin("d00d"), end("d00d"), begin("d00d")],
        ]
        for history in histories {
            var (checker, store) = (KnownContents(), StoreScript())
            let violation = checker.show(
                [
                    catalogue(&store),
                    store.commit(Sample.node("node-1", .deploying, instance: instance)),
                ] + history.map { store.tell($0) } + [
                    store.commit(Sample.node("node-1", .active, instance: instance))
                ])
            #expect(violation?.checker == "known-contents", "\(history.count) events")
        }
    }

    @Test("sees contents that are not whole, not in the catalogue or another instance's")
    func wrong() {
        for event in [boot("d00d", .partial), boot("d00d", .damaged), boot("bad"), boot("cafe")] {
            var (checker, store) = (KnownContents(), StoreScript())
            let violation = checker.show([
                catalogue(&store),
                store.commit(Sample.node("node-1", .active, instance: instance)),
                store.tell(event),
            ])
            #expect(violation != nil, "\(event.fields)")
        }
    }

    @Test(
        "sees a foreign kernel and a foreign ramdisk",
        arguments: [("f00", "0ce2"), ("0ce1", "f00")])
    func foreign(_ kernel: String, _ ramdisk: String) {
        var (checker, store) = (KnownContents(), StoreScript())
        let event = MachineEvent.bootedRamdisk(
            "node-1", kernel: ImageDigest(kernel), ramdisk: ImageDigest(ramdisk))
        #expect(checker.show([catalogue(&store), store.tell(event)]) != nil)
    }
}
