import Hardware
import NodeAgent
import SimulatedDatacenter
import Simulation
import Testing
import World

@testable import BareMetal

@Suite("A machine that is not what its node says")
struct MistakenMachineTests {
    private static func deploying(_ bench: Bench) async throws -> Station {
        try await bench.enrol {
            $0.provisionState = .available
            $0.controllerSerial = $0.name == "node-1" ? "S1" : "S2"
        }
        let station = try await bench.startStation(term: 1)
        try await bench.open(station)
        try await station.conductor.request(.deploy(NodeOperation.instance), of: "node-1")
        return station
    }

    private static func failed(_ bench: Bench) async throws -> String {
        try await bench.wait(upTo: .seconds(3600), for: "the deployment to fail") {
            bench.node(1).provisionState == .deployFailed
        }
        return bench.node(1).lastError ?? ""
    }

    @Test("is not touched through a controller that tells another serial number, and is named")
    func otherController() throws {
        let bench = Bench(machines: 2)
        try bench.run {
            bench.machines[0].switchOn()
            bench.machines[0].alias = bench.machines[1].facts.identity
            _ = try await Self.deploying(bench)
            let reason = try await Self.failed(bench)
            #expect(reason.contains("is the machine S2's, and not S1's"))
            #expect(reason.contains("the machine of node node-2"))
            #expect(bench.machines[0].commands == [])
            #expect(bench.machines[0].override == nil)
        }
    }

    @Test("gives its controller's serial number when it is verified")
    func verified() throws {
        let bench = Bench()
        try bench.run {
            try await bench.enrol { $0.provisionState = .enroll }
            let station = try await bench.startStation(term: 1)
            try await bench.open(station)
            try await station.conductor.request(.manage, of: "node-1")
            try await bench.wait(upTo: .seconds(600), for: "the node to be manageable") {
                bench.node.provisionState == .manageable
            }
            #expect(bench.node.controllerSerial == "S1")
        }
    }

    @Test("is told to go off once more though its controller says that it is off")
    func saysOff() throws {
        let bench = Bench()
        try bench.run {
            let station = try await bench.startStation(term: 1)
            let bmc = station.world.controllers.controller(
                at: bench.machine.bmc, driver: "bench",
                credentials: BMCCredentials(user: "", password: ""))
            let clock = station.world.clock
            let controller = PowerController(
                bmc: bmc, clock: clock, authority: station.conductor.authority,
                deadline: clock.now + .seconds(600))
            try await controller.switchOff()
            #expect(bench.machine.commands == [.off])
        }
    }

    @Test("has its ramdisk refused, and its node given up with the reason")
    func strangeRamdisk() throws {
        let bench = Bench(machines: 2)
        try bench.run {
            for machine in bench.machines { machine.onNetworkBoot { _ in nil } }
            let station = try await Self.deploying(bench)
            try await bench.wait(upTo: .seconds(600), for: "the node to wait") {
                bench.node(1).provisionState == .deployWait
            }
            let lookup = AgentLookup(
                addresses: bench.node(1).addresses, facts: bench.machines[1].facts)
            await #expect(throws: ConductorError.self) {
                _ = try await station.conductor.answer(lookup)
            }
            #expect(try await Self.failed(bench).contains("its controller is at 192.0.2.2"))
        }
    }

    @Test("is given up at once when the system on its disk is heard in place of its ramdisk")
    func startedItsDisk() throws {
        let bench = Bench()
        try bench.run {
            bench.machine.onNetworkBoot { _ in nil }
            let station = try await Self.deploying(bench)
            try await bench.wait(upTo: .seconds(600), for: "the node to wait") {
                bench.node(1).provisionState == .deployWait
            }
            let start = bench.simulator.now
            let checkIn = CheckIn(
                addresses: bench.node(1).addresses, host: "machine-1", image: "4567")
            let reply = try await station.conductor.notice(checkIn, from: "node-1")
            #expect(reply == CheckIn.Reply(.goOn))
            #expect(try await Self.failed(bench).contains("it started the system on its disk"))
            #expect(bench.simulator.now - start < .seconds(120))
        }
    }

    @Test("that never calls is given up with what its controller says of it")
    func silent() throws {
        let bench = Bench()
        try bench.run {
            bench.machine.onNetworkBoot { _ in nil }
            _ = try await Self.deploying(bench)
            #expect(
                try await Self.failed(bench)
                    .contains("its controller says that the machine is on"))
        }
    }
}
