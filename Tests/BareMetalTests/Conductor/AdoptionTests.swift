import Hardware
import Simulation
import Testing
import World

@testable import BareMetal

@Suite("An adoption")
struct AdoptionTests {
    @Test("takes over a machine that runs, and boots nothing")
    func whole() throws {
        let bench = Bench()
        try bench.run {
            bench.machine.install(Bench.image.digest)
            bench.machine.switchOn()
            try await bench.pause(.seconds(100))
            let station = try await bench.found(in: .manageable)
            try await station.conductor.request(
                .adopt(NodeOperation.instance), of: "node-1")
            try await bench.reach(.active, within: .seconds(60))
            #expect(bench.machine.commands == [])
            #expect(bench.machine.override == nil)
            #expect(bench.machine.system == .disk(Bench.image.digest))
            #expect(bench.node.instance == NodeOperation.instance)
            #expect(bench.node.powerState == .on)
        }
    }

    @Test("without an instance fails, and is tried again with one or given up")
    func noInstance() throws {
        let bench = Bench()
        try bench.run {
            bench.machine.switchOn()
            let station = try await bench.found(in: .manageable) { $0.powerState = .on }
            try await station.conductor.request(.adopt(nil), of: "node-1")
            try await bench.reach(.adoptFailed, within: .seconds(60))
            #expect(bench.node.lastError?.contains("it has no instance") == true)
            #expect(bench.node.powerState == nil)
            try await station.conductor.request(.manage, of: "node-1")
            try await bench.reach(.manageable, within: .seconds(60))
            try await station.conductor.request(.adopt(nil), of: "node-1")
            try await bench.reach(.adoptFailed, within: .seconds(60))
            try await station.conductor.request(.adopt(NodeOperation.instance), of: "node-1")
            try await bench.reach(.active, within: .seconds(60))
            #expect(bench.machine.power == .on)
            #expect(bench.machine.commands == [])
        }
    }

    @Test("whose controller is silent fails, and leaves the machine as it is")
    func silence() throws {
        let bench = Bench()
        try bench.run {
            bench.machine.switchOn()
            bench.machine.manner = .silent
            let station = try await bench.found(in: .manageable)
            try await station.conductor.request(.adopt(NodeOperation.instance), of: "node-1")
            try await bench.reach(.adoptFailed, within: .seconds(300))
            #expect(bench.machine.power == .on)
            #expect(bench.machine.commands == [])
        }
    }

    @Test("instance_info is cleared by undeploy, so adopt after a failed clean is impossible")
    func afterFailedCleaning() throws {
        let bench = Bench()
        try bench.run {
            bench.machine.onNetworkBoot { _ in nil }
            let station = try await bench.found(in: .active) {
                $0.instance = NodeOperation.instance
            }
            try await station.conductor.request(.undeploy, of: "node-1")
            try await bench.reach(.cleanFailed, within: .seconds(2400))
            #expect(bench.node.instance == nil)
            try await station.conductor.request(.manage, of: "node-1")
            try await bench.reach(.manageable, within: .seconds(60))
            try await station.conductor.request(.adopt(nil), of: "node-1")
            try await bench.reach(.adoptFailed, within: .seconds(60))
        }
    }
}
