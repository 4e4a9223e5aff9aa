import BareMetal
import Compute
import Hardware
import Testing
import Undercloud
import World

@testable import Harness

@Suite("The vocabulary of scenarios")
struct EventKindTests {
    static let events: [any JournalEvent] = [
        MachineEvent.power("m", .on), MachineEvent.powerCommand("m", .on),
        MachineEvent.bootCommand("m", nil),
        MachineEvent.bootedRamdisk("m", kernel: "k", ramdisk: "r"),
        MachineEvent.bootedDisk("m", disk: "d", contents: "c", extent: .whole),
        MachineEvent.bootFailed("m", reason: "r"),
        MachineEvent.writeStarted("m", disk: "d", serial: "s", image: "i"),
        MachineEvent.writeEnded("m", disk: "d", image: "i", extent: .whole),
        MachineEvent.erased("m", disk: "d", serial: "s"),
        MachineEvent.measured("m", slow: []),
        MachineEvent.partitionLost("m", disk: "d", serial: "s", .ephemeral),
        MachineEvent.crashed("m", reason: "r"), MachineEvent.fault("m", .diskFull, .began),
        ContactEvent.powerTold("m", .on), ContactEvent.powerUntold("m"),
        ContactEvent.ramdiskHeard("m"),
        WireEvent.met("m", .bmcSlow), WireEvent.copyObeyed("m"), WireEvent.copyBelieved("m"),
        WireEvent.refused("m"), WireEvent.turnedAway("m"), WireEvent.notDone("m", "w"),
        WireEvent.sessionLost("m"),
        OperatorEvent.setAside("n"), OperatorEvent.takenBack("n"),
        OperatorEvent.powerButton("m", .off), OperatorEvent.powerAsked("n", .off),
        OperatorEvent.asks(.manage, "n"), OperatorEvent.answered(.manage, "n"),
        SiteEvent.fault(.feed("A"), .feedLoss, .began), SiteEvent.mains("m", .began),
        SiteEvent.breakerTripped("p", load: Watts(2), limit: Watts(1), starting: []),
        SiteEvent.breakerReset("p"), SiteEvent.cutOff("m", .began),
        StoreEvent.recovered("s", .zero), StoreEvent.memberJoined("s", "h"),
        StoreEvent.memberLost("s", "h"), StoreEvent.copyDamaged("s", "h"),
        BareMetalEvent.provisionState("n", from: .enroll, to: .verifying, reason: nil),
        BareMetalEvent.step("n", .writeImage), BareMetalEvent.maintenance("n", nil),
        BareMetalEvent.abandoned("n", reason: "r"), BareMetalEvent.deleted("n"),
        BareMetalEvent.askedToShutDown("n"), BareMetalEvent.softwareRAID("n", []),
        BareMetalEvent.boundAnew("n", found: .ctlplane, due: .tenant),
        FlowEvent.phase(.pivot), FlowEvent.leaderElected("h", term: 1),
        FlowEvent.leaderDeposed("h", term: 1), FlowEvent.memberLost("h"),
        FlowEvent.conductorAdmitted("h", term: 1), FlowEvent.conductorEvicted("h"),
        FlowEvent.handedOver(documents: 1, checksum: "c"), FlowEvent.overcloudRefused(reason: "r"),
        FlowEvent.endpointsRegistered(count: 1),
        ConfigurationEvent.applied("m", config: "c"),
        ConfigurationEvent.signalled("m", config: "c"),
        ConfigurationEvent.unanswered("m", config: "c", group: "g"),
        FlowEvent.stack("s", state: "CREATE_IN_PROGRESS", reason: "r"),
        FlowEvent.stack("s", state: "CREATE_COMPLETE", reason: "r"),
        FlowEvent.server("s", from: .unplaced, to: .active, node: nil, reason: nil),
        FlowEvent.serverDeleted("s", node: "n"),
        BareMetalEvent.reapplied("n", round: 1, rules: []),
        BareMetalEvent.inspected("n", round: 1, rules: [], differences: []),
        BareMetalEvent.inspected("n", round: 2, rules: [], differences: ["d"]),
        OperatorEvent.acceptedMachine("n"), OperatorEvent.refusedMachine("n"),
        FlowEvent.judged(machines: 1, unfit: 0), FlowEvent.unfit("n", reason: "r"),
        FlowEvent.fit("n"), FlowEvent.profile("n", "p"), FlowEvent.unmatched("n", reason: "r"),
        CodeFaultEvent(host: "h", site: .flowLookLost),
    ]

    @Test("has the kinds of everything that is journaled, and no others")
    func kinds() {
        let known = ScenarioVocabulary.standard(bugs: []).eventKinds
        #expect(Set(known) == Set(Self.events.map(\.kind)))
        #expect(known.count == Set(known).count)
    }
}
