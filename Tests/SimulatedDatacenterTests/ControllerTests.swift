import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("A machine's controller")
struct ControllerTests {
    @Test("refuses wrong credentials, and does nothing")
    func credentials() throws {
        let lab = Lab()
        let node = lab.node
        let wrong = BMCCredentials(user: "admin", password: "guess")
        #expect(throws: BMCError.unauthorized) {
            try lab.run { process in
                try await lab.bmc(of: node, for: process, credentials: wrong).setPower(.on)
            }
        }
        lab.pass(.seconds(60))
        #expect(node.power == .off)
        #expect(lab.events(of: "bmc.power").isEmpty)
    }

    @Test("is unknown at another address, and to another driver")
    func unknown() throws {
        let lab = Lab()
        let here = BMCAddress(host: "10.0.0.1")
        for (address, driver) in [
            (BMCAddress(host: "10.9.9.9"), DriverName("simulated")), (here, DriverName("ipmi")),
        ] {
            #expect(throws: BMCError.unknownController(address)) {
                try lab.run { process in
                    let controllers = lab.datacenter.controllers(for: process)
                    let bmc = controllers.controller(
                        at: address,
                        driver: driver,
                        credentials: Lab.credentials
                    )
                    try await bmc.setPower(.on)
                }
            }
        }
    }

    @Test("does not hear a process that has ended")
    func revoked() throws {
        let lab = Lab()
        let node = lab.node
        let process = lab.outsider("conductor")
        let error = Confined<BMCError?>(lab.simulator, nil)
        process.spawn {
            do throws(BMCError) {
                try await lab.bmc(of: node, for: process).setPower(.on)
            } catch let thrown {
                error.write { $0 = thrown }
            }
        }
        lab.simulator.schedule(at: .zero + .milliseconds(1)) { process.kill() }
        lab.pass(.seconds(60))
        #expect(error.read { $0 } == .revoked)
        #expect(node.power == .off)
    }

    @Test("is busy for more callers than it has sessions")
    func busy() throws {
        let lab = Lab()
        let node = lab.node
        let outcomes = Confined<[BMCError?]>(lab.simulator, [])
        let process = lab.outsider()
        for _ in 0..<20 {
            process.spawn {
                do throws(BMCError) {
                    _ = try await lab.bmc(of: node, for: process).powerState()
                    outcomes.write { $0.append(nil) }
                } catch { outcomes.write { $0.append(error) } }
            }
        }
        lab.pass(.seconds(10))
        let limit = TimingProfile().controllerSessions
        #expect(outcomes.read { $0.filter { $0 == nil }.count } == limit)
        #expect(outcomes.read { $0.filter { $0 == .busy }.count } == 20 - limit)
        let state = try lab.run { process in
            try await lab.bmc(of: node, for: process).powerState()
        }
        #expect(state == .off, "The sessions are free again.")
    }

    @Test("has no virtual media to boot from")
    func unsupported() throws {
        let lab = Lab()
        let node = lab.node
        #expect(throws: BMCError.unsupported(.virtualMedia)) {
            try lab.run { process in
                try await lab.bmc(of: node, for: process).setBootOverride(
                    BootOverride(.virtualMedia, .once)
                )
            }
        }
        #expect(lab.events(of: "bmc.boot").isEmpty)
    }

    @Test("reads temperature, fan and power, and only the inlet and the battery while off")
    func sensors() throws {
        let lab = Lab()
        let node = lab.node
        let off = try lab.run { try await lab.bmc(of: node, for: $0).sensors() }
        #expect(off.filter { $0.value == .unavailable }.map(\.name).count == off.count - 2)
        node.pressPowerButton()
        lab.pass(.seconds(10))
        let on = try lab.run { try await lab.bmc(of: node, for: $0).sensors() }
        #expect(on.map(\.name) == off.map(\.name))
        #expect(!on.contains { $0.value == .unavailable })
    }

    @Test("logs power and failed boots, and keeps at most 512 entries")
    func eventLog() throws {
        let lab = Lab()
        let node = lab.node
        node.pressPowerButton()
        lab.pass(.seconds(600))
        let log = try lab.run { try await lab.bmc(of: node, for: $0).eventLog() }
        #expect(log.map(\.severity) == [.informational, .critical])
        #expect(log[0].sinceEpoch < log[1].sinceEpoch)
        for _ in 0..<600 {
            lab.datacenter.inject(.powerLoss, on: "node-1")
            lab.datacenter.repair(.powerLoss, on: "node-1")
            lab.pass(.seconds(10))
        }
        // The controller starts anew, too.
        lab.pass(.seconds(120))
        let full = try lab.run { try await lab.bmc(of: node, for: $0).eventLog() }
        #expect(full.count == 512)
        #expect(full.first?.sinceEpoch != log[0].sinceEpoch)
    }
}
