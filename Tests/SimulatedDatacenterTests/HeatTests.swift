import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("Heat")
struct HeatTests {
    private static func sensor(_ name: String, _ lab: Lab) throws -> SensorReading? {
        let node = lab.node
        return try lab.run { try await lab.bmc(of: node, for: $0).sensors() }.first {
            $0.name == name
        }
    }

    private static func running(_ seed: UInt64 = 7) -> Lab {
        let lab = Lab(seed: seed)
        lab.startSeed()
        lab.node.pressPowerButton()
        lab.pass(.seconds(900))
        return lab
    }

    @Test("crosses its thresholds when the fans fail, and is logged once")
    func fans() throws {
        let lab = Self.running()
        #expect(try Self.sensor("CPU1 Temp", lab)?.state == .ok)
        lab.datacenter.inject(.fansFail, on: "node-1")
        #expect(try Self.sensor("Fan1", lab)?.state == .lowerNonRecoverable)
        #expect(try Self.sensor("CPU1 Temp", lab)?.state.isUpper == true)
        _ = try Self.sensor("CPU1 Temp", lab)
        let node = lab.node
        let log = try lab.run { try await lab.bmc(of: node, for: $0).eventLog() }
        #expect(log.filter { $0.message.hasPrefix("Fan1") }.count == 1)
    }

    @Test("slows a machine without fans, which stays on", arguments: 1...5)
    func throttling(seed: UInt64) throws {
        let (cool, hot) = (Lab(seed: seed), Lab(seed: seed))
        hot.datacenter.inject(.fansFail, on: "node-1")
        var starts: [Instant] = []
        for lab in [cool, hot] {
            lab.startSeed()
            lab.node.pressPowerButton()
            lab.pass(.seconds(3600))
            #expect(lab.node.power == .on)
            starts.append(try #require(lab.events(of: "machine.booted-ramdisk").first).at)
        }
        #expect(starts[1] - .epoch > (starts[0] - .epoch) * 2)
    }

    @Test("switches a machine off that has neither fans nor cool air", arguments: 1...5)
    func trip(seed: UInt64) {
        let lab = Self.running(seed)
        lab.datacenter.inject(.fansFail, on: "node-1")
        lab.datacenter.inject(.coolingLost, on: "node-1")
        #expect(lab.node.power == .on)
        lab.pass(.seconds(200))
        #expect(lab.node.power == .off)
    }

    @Test("does no harm that ends in time")
    func inTime() {
        let lab = Self.running()
        lab.datacenter.inject(.fansFail, on: "node-1")
        lab.datacenter.inject(.coolingLost, on: "node-1")
        lab.pass(.seconds(60))
        lab.datacenter.repair(.coolingLost, on: "node-1")
        lab.pass(.seconds(600))
        #expect(lab.node.power == .on)
    }

    @Test("hangs a system that no soft command reaches")
    func hanging() throws {
        let lab = Self.running()
        let node = lab.node
        lab.datacenter.inject(.osHangs, on: "node-1")
        #expect(node.system == nil)
        try lab.run { try await lab.bmc(of: node, for: $0).setPower(.softOff) }
        lab.pass(.seconds(300))
        #expect(node.power == .on)
        try lab.run { try await lab.bmc(of: node, for: $0).setPower(.off) }
        lab.pass(.seconds(10))
        #expect(node.power == .off)
    }
}
