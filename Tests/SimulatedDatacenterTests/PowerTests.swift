import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("A machine's power")
struct PowerTests {
    @Test("goes on within the delay of its distribution, not before", arguments: UInt64(1)...20)
    func powerOn(seed: UInt64) throws {
        let lab = Lab(seed: seed)
        let node = lab.node
        let start = lab.simulator.now
        try lab.run { process in
            try await lab.bmc(of: node, for: process).setPower(.on)
        }
        #expect(node.power == .off)
        lab.pass(.seconds(5))

        #expect(node.power == .on)
        let bounds = TimingProfile().powerDelay.bounds
        let switched = try #require(lab.events(of: "machine.power").first)
        let took = Duration.nanoseconds(switched.at.nanoseconds - start.nanoseconds)
        #expect(took >= bounds.lowerBound)
        #expect(took <= bounds.upperBound + .milliseconds(600))
    }
}
