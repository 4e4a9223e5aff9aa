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
        let profile = TimingProfile()
        try lab.run { process in try await lab.bmc(of: node, for: process).setPower(.on) }
        lab.pass(.seconds(10))

        let asked = try #require(lab.events(of: "bmc.power").first)
        let switched = try #require(lab.events(of: "machine.power").first)
        #expect(asked.source == "operator")
        #expect(switched.source == "datacenter")
        #expect(profile.powerDelay.bounds.contains(switched.at - asked.at))
        #expect(node.power == .on)
    }

    @Test("is not put off by asking again for what is under way")
    func askingAgain() throws {
        let lab = Lab(timing: Self.constant)
        let node = lab.node
        try lab.run { process in
            let bmc = lab.bmc(of: node, for: process)
            for _ in 0..<10 { try await bmc.setPower(.on) }
        }
        lab.pass(.seconds(20))

        let asked = try #require(lab.events(of: "bmc.power").first)
        let switched = lab.events(of: "machine.power")
        #expect(switched.map { $0.at - asked.at } == [.seconds(4)])
    }

    @Test("obeys the last hard command")
    func lastCommandWins() throws {
        let lab = Lab(timing: Self.constant)
        let node = lab.node
        try lab.run { process in
            let bmc = lab.bmc(of: node, for: process)
            try await bmc.setPower(.on)
            try await bmc.setPower(.off)
        }
        lab.pass(.seconds(60))
        #expect(node.power == .off)
        #expect(lab.events(of: "machine.power").isEmpty)
    }

    @Test(
        "is not changed by a soft command that nobody hears",
        arguments: [PowerAction.softOff, .softReboot]
    )
    func softUnheard(action: PowerAction) throws {
        let lab = Lab()
        let node = lab.node
        node.pressPowerButton()
        lab.pass(.seconds(20))
        try lab.run { process in try await lab.bmc(of: node, for: process).setPower(action) }
        lab.pass(.seconds(80))

        #expect(lab.events(of: "machine.power").count == 1, "It is still in its self test.")
    }

    @Test("goes off softly when the guest hears it, and its processes end")
    func softHeard() throws {
        let lab = Lab(installed: [InstalledImage(Lab.image, on: "/dev/sda")])
        let node = lab.node
        node.bootAtOnce()
        let service = try #require(node.startProcess("service"))
        try lab.run { process in try await lab.bmc(of: node, for: process).setPower(.softOff) }
        #expect(node.power == .on)
        #expect(service.isAlive)
        lab.pass(.seconds(61))

        #expect(node.power == .off)
        #expect(!service.isAlive)
        #expect(node.startProcess("another") == nil)
    }

    @Test("follows the system that shuts itself down, or restarts itself")
    func fromInside() throws {
        let lab = Lab(installed: [InstalledImage(Lab.image, on: "/dev/sda")])
        let node = lab.node
        node.bootAtOnce()
        let first = try #require(node.system?.process)
        node.restart(by: first)
        lab.pass(.seconds(600))
        let second = try #require(node.system?.process)
        #expect(!first.isAlive)
        #expect(second !== first)

        node.shutDown(by: first)
        lab.pass(.seconds(100))
        #expect(node.power == .on, "A process that has ended shuts nothing down.")

        node.shutDown(by: second)
        lab.pass(.seconds(100))
        #expect(node.power == .off)
        #expect(lab.events(of: "bmc.power").isEmpty)
    }

    private static var constant: TimingProfile {
        var profile = TimingProfile()
        profile.powerDelay = DurationDistribution("power delay", .constant(.seconds(4)))
        profile.controllerLatency = DurationDistribution(
            "controller latency",
            .constant(.milliseconds(50))
        )
        return profile
    }
}
