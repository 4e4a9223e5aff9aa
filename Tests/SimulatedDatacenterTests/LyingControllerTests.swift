import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("A controller that lies")
struct LyingControllerTests {
    private static func powerState(_ lab: Lab) throws -> Result<PowerState, BMCError> {
        let node = lab.node
        return try lab.run { process in
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

    @Test("says on, or off, whatever is true, until it is mended")
    func statements() throws {
        let lab = Lab()
        lab.datacenter.inject(.bmcSaysOn, on: "node-1")
        #expect(try Self.powerState(lab) == .success(.on))
        lab.datacenter.repair(.bmcSaysOn, on: "node-1")
        #expect(try Self.powerState(lab) == .success(.off))
        lab.node.pressPowerButton()
        lab.pass(.seconds(10))
        lab.datacenter.inject(.bmcSaysOff, on: "node-1")
        #expect(try Self.powerState(lab) == .success(.off))
        #expect(lab.node.power == .on)
    }

    @Test("goes on saying what was true, and obeys all the same")
    func stale() throws {
        let lab = Lab()
        lab.datacenter.inject(.bmcPowerStale, on: "node-1")
        #expect(try Self.setPower(.on, lab) == nil)
        lab.pass(.seconds(10))
        #expect(lab.node.power == .on)
        #expect(try Self.powerState(lab) == .success(.off))
        lab.datacenter.repair(.bmcPowerStale, on: "node-1")
        #expect(try Self.powerState(lab) == .success(.on))
    }

    @Test("does as it is told though its reply is lost")
    func replyLost() throws {
        let lab = Lab()
        lab.datacenter.inject(.bmcReplyLost, on: "node-1")
        #expect(try Self.setPower(.on, lab) == .unreachable(waited: BMCLimits.call))
        lab.pass(.seconds(10))
        #expect(lab.node.power == .on)
    }

    @Test("carries a command out minutes late, also after it was mended")
    func late() throws {
        let lab = Lab()
        lab.datacenter.inject(.bmcLate, on: "node-1")
        #expect(try Self.setPower(.on, lab) == nil)
        lab.datacenter.repair(.bmcLate, on: "node-1")
        lab.pass(.seconds(60))
        #expect(lab.node.power == .off)
        lab.pass(.seconds(240))
        #expect(lab.node.power == .on)
    }

    @Test("carries a command out twice")
    func repeats() throws {
        let lab = Lab()
        lab.datacenter.inject(.bmcRepeats, on: "node-1")
        #expect(try Self.setPower(.on, lab) == nil)
        lab.pass(.seconds(10))
        lab.node.holdPowerButton()
        lab.pass(.seconds(10))
        #expect(lab.node.power == .off)
        lab.pass(.seconds(60))
        #expect(lab.node.power == .on)
    }

    @Test("that is slow answers late or not at all, and obeys even who has given up")
    func slow() throws {
        let lab = Lab()
        lab.datacenter.inject(.bmcSlow, on: "node-1")
        var lost = 0
        for _ in 0..<20 {
            let start = lab.simulator.now
            let answer = try Self.powerState(lab)
            #expect(lab.simulator.now - start <= BMCLimits.call + .seconds(1))
            if answer == .failure(.unreachable(waited: BMCLimits.call)) { lost += 1 }
        }
        #expect((1..<20).contains(lost))
        for _ in 0..<3 { _ = try Self.setPower(.on, lab) }
        lab.pass(.seconds(60))
        #expect(lab.node.power == .on)
    }

    @Test("that restarts is away for minutes, and forgets the next boot's override")
    func restarts() throws {
        let lab = Lab()
        let node = lab.node
        try lab.run {
            try await lab.bmc(of: node, for: $0).setBootOverride(BootOverride(.disk, .once))
        }
        lab.datacenter.inject(.bmcResets, on: "node-1")
        #expect(try Self.powerState(lab) == .failure(.unreachable(waited: BMCLimits.call)))
        lab.pass(.seconds(260))
        #expect(try Self.powerState(lab) == .success(.off))
        let override = try lab.run { try await lab.bmc(of: node, for: $0).bootOverride() }
        #expect(override == nil)
    }

    @Test("turns everybody away whose session or password it has no use for")
    func refusals() throws {
        let lab = Lab()
        lab.datacenter.inject(.bmcSessionsFull, on: "node-1")
        #expect(try Self.powerState(lab) == .failure(.busy))
        lab.datacenter.repair(.bmcSessionsFull, on: "node-1")
        lab.datacenter.inject(.bmcCredentialsLost, on: "node-1")
        #expect(try Self.powerState(lab) == .failure(.unauthorized))
        lab.datacenter.repair(.bmcCredentialsLost, on: "node-1")
        #expect(try Self.powerState(lab) == .success(.off))
    }

    @Test("that has its neighbour's address obeys for its own machine, and says whose it is")
    func swapped() throws {
        let lab = Lab(racks: 1)
        let (node, neighbour) = (lab.nodes[0], lab.nodes[1])
        lab.datacenter.inject(.bmcSwapped, on: "node-1")
        let identity = try lab.run { try await lab.bmc(of: node, for: $0).identity() }
        #expect(identity == neighbour.specification.identity)
        #expect(try Self.setPower(.on, lab) == nil)
        lab.pass(.seconds(10))
        #expect(neighbour.power == .on)
        #expect(node.power == .off)
        lab.datacenter.repair(.bmcSwapped, on: "node-2")
        #expect(try Self.powerState(lab) == .success(.off))
    }

    @Test("tells the readings of when it stopped reading")
    func staleSensors() throws {
        let lab = Lab()
        let node = lab.node
        lab.datacenter.inject(.bmcSensorsStale, on: "node-1")
        let first = try lab.run { try await lab.bmc(of: node, for: $0).sensors() }
        node.pressPowerButton()
        lab.pass(.seconds(10))
        let second = try lab.run { try await lab.bmc(of: node, for: $0).sensors() }
        #expect(first == second)
        #expect(second.contains { $0.value == .unavailable })
    }
}
