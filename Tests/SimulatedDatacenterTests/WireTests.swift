import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("A controller on the wire")
struct WireTests {
    /// What a call came to.
    private typealias Told = Result<PowerState, BMCError>

    private static func powerState(_ lab: Lab, in process: SimulatedProcess) throws -> Told {
        let node = lab.node
        return try lab.run(in: process) { process in
            do throws(BMCError) {
                return .success(try await lab.bmc(of: node, for: process).powerState())
            } catch { return .failure(error) }
        }
    }

    private static func setPower(_ action: PowerAction, _ lab: Lab) throws -> BMCError? {
        let node = lab.node
        return try lab.run { process in
            do throws(BMCError) {
                try await lab.bmc(of: node, for: process).setPower(action)
                return nil
            } catch { return error }
        }
    }

    @Test(
        "obeys, and says by whom it was told",
        arguments: ManagementProtocol.allCases)
    func obeys(wire: ManagementProtocol) throws {
        let lab = Lab(wire: wire)
        #expect(try Self.setPower(.on, lab) == nil)
        lab.pass(.seconds(10))
        #expect(lab.node.power == .on)
        #expect(lab.events(of: "bmc.power").map(\.source) == ["operator"])
        #expect(try Self.powerState(lab, in: lab.outsider()) == .success(.on))
        #expect(lab.text(of: "bmc.power-told") == ["state=on"])
    }

    @Test("tells the lies that it tells without a wire", arguments: ManagementProtocol.allCases)
    func lies(wire: ManagementProtocol) throws {
        let lab = Lab(wire: wire)
        let process = lab.outsider()
        lab.datacenter.inject(.bmcSaysOn, on: "node-1")
        #expect(try Self.powerState(lab, in: process) == .success(.on))
        lab.datacenter.repair(.bmcSaysOn, on: "node-1")
        #expect(try Self.powerState(lab, in: process) == .success(.off))
        lab.datacenter.inject(.bmcForgets, on: "node-1")
        #expect(try Self.setPower(.on, lab) == nil)
        lab.pass(.seconds(60))
        #expect(lab.node.power == .off)
    }

    @Test(
        "is unreachable within the time of a call while it is silent, slow to answer or away",
        arguments: ManagementProtocol.allCases,
        [HardwareFault.bmcSilent, .bmcReplyLost, .powerLoss])
    func unreachable(wire: ManagementProtocol, fault: HardwareFault) throws {
        let lab = Lab(wire: wire)
        lab.datacenter.inject(fault, on: "node-1")
        let start = lab.simulator.now
        guard case .failure(.unreachable) = try Self.powerState(lab, in: lab.outsider()) else {
            Issue.record("It answered.")
            return
        }
        // One answer may be under way when the time of a call is over.
        #expect(lab.simulator.now - start <= BMCLimits.call + .seconds(15))
    }

    @Test("knows nobody any more at its factory settings", arguments: ManagementProtocol.allCases)
    func factorySettings(wire: ManagementProtocol) throws {
        let lab = Lab(wire: wire)
        let process = lab.outsider()
        #expect(try Self.powerState(lab, in: process) == .success(.off))
        lab.datacenter.inject(.bmcCredentialsLost, on: "node-1")
        #expect(try Self.powerState(lab, in: process) == .failure(.unauthorized))
        lab.datacenter.repair(.bmcCredentialsLost, on: "node-1")
        lab.pass(.seconds(60))
        #expect(try Self.powerState(lab, in: process) == .success(.off))
    }

    @Test(
        "turns away who needs a session while it has none left, and nobody else",
        arguments: ManagementProtocol.allCases)
    func full(wire: ManagementProtocol) throws {
        let lab = Lab(wire: wire)
        let early = lab.outsider("early")
        #expect(try Self.powerState(lab, in: early) == .success(.off))
        lab.datacenter.inject(.bmcSessionsFull, on: "node-1")
        #expect(try Self.powerState(lab, in: early) == .success(.off))
        let told = try Self.powerState(lab, in: lab.outsider("late"))
        // Over Redfish the password may come with each request instead.
        #expect(told == (wire == .ipmi ? .failure(.busy) : .success(.off)))
        #expect(lab.text(of: "wire.met") == ["fault=bmc-sessions-full"])
        #expect(lab.events(of: "wire.turned-away").isEmpty)
    }

    @Test("is found again after it has forgotten its sessions")
    func restarts() throws {
        for wire in ManagementProtocol.allCases {
            let lab = Lab(wire: wire)
            let process = lab.outsider()
            #expect(try Self.powerState(lab, in: process) == .success(.off))
            lab.datacenter.inject(.bmcResets, on: "node-1")
            lab.pass(.seconds(300))
            #expect(try Self.powerState(lab, in: process) == .success(.off))
            #expect(lab.events(of: "wire.session-lost").count == 1)
        }
    }

    @Test("refuses connections while it starts")
    func refuses() throws {
        let lab = Lab(wire: .redfish)
        lab.datacenter.inject(.powerLoss, on: "node-1")
        lab.pass(.seconds(5))
        lab.datacenter.repair(.powerLoss, on: "node-1")
        guard case .failure(.unreachable) = try Self.powerState(lab, in: lab.outsider()) else {
            Issue.record("It answered.")
            return
        }
        #expect(!lab.events(of: "wire.refused").isEmpty)
        lab.pass(.seconds(120))
        #expect(try Self.powerState(lab, in: lab.outsider()) == .success(.off))
    }

    @Test("is told from copies of what was said before", arguments: UInt64(1)...20)
    func copies(seed: UInt64) throws {
        let lab = Lab(seed: seed, wire: .ipmi)
        lab.datacenter.inject(.bmcReplayed, on: "node-1")
        try Self.askOften(lab)
        #expect(lab.text(of: "wire.met") == ["fault=bmc-replayed"])
        #expect(lab.events(of: "wire.copy-believed").isEmpty)
        #expect(lab.events(of: "wire.copy-obeyed").isEmpty)
    }

    @Test("is not told from them by a client that takes them, so that the test can fail")
    func careless() throws {
        var defects = WireDefects()
        defects.takesCopies = true
        let lab = Lab(wire: .ipmi, wireDefects: defects)
        lab.datacenter.inject(.bmcReplayed, on: "node-1")
        try Self.askOften(lab)
        #expect(!lab.events(of: "wire.copy-believed").isEmpty)
    }

    private static func askOften(_ lab: Lab) throws {
        let node = lab.node
        try lab.run { process in
            let bmc = lab.bmc(of: node, for: process)
            for _ in 0..<60 {
                _ = try await bmc.powerState()
                try await process.sleep(untilMonotonic: process.clock.monotonic + 1_000_000_000)
            }
        }
    }

    @Test(
        "answers over a line that is noisy, clogged or breaks handshakes off, sooner or later",
        arguments: UInt64(1)...10, ManagementProtocol.allCases)
    func badLines(seed: UInt64, wire: ManagementProtocol) throws {
        let lab = Lab(seed: seed, wire: wire)
        let process = lab.outsider()
        for fault in [HardwareFault.bmcLineNoisy, .bmcLineClogged, .bmcHandshakeLost] {
            lab.datacenter.inject(fault, on: "node-1")
            let told = try (0..<12).map { _ in
                lab.pass(.seconds(30))
                return try Self.powerState(lab, in: process)
            }
            #expect(told.contains(.success(.off)), "\(fault.rawValue)")
            lab.datacenter.repair(fault, on: "node-1")
        }
    }

    @Test("has nobody's session left over that was closed or has timed out")
    func leak() throws {
        var defects = WireDefects()
        defects.keepsSessions = true
        let lab = Lab(wire: .ipmi, wireDefects: defects)
        try? Self.askOften(lab)
        #expect(!lab.events(of: "wire.turned-away").isEmpty)
        let sound = Lab(wire: .ipmi)
        try Self.askOften(sound)
        #expect(sound.events(of: "wire.turned-away").isEmpty)
    }

    @Test("is the same in two runs of one seed", arguments: ManagementProtocol.allCases)
    func deterministic(wire: ManagementProtocol) throws {
        func trace(_ seed: UInt64) throws -> String {
            let lab = Lab(seed: seed, wire: wire)
            lab.datacenter.inject(.bmcLineNoisy, on: "node-1")
            for _ in 0..<5 { _ = try Self.powerState(lab, in: lab.outsider()) }
            return lab.simulator.trace.text
        }
        #expect(try trace(3) == trace(3))
        #expect(try trace(3) != trace(4))
    }
}
