import Hardware
import Simulation
import Testing
import World

@testable import SimulatedDatacenter

@Suite("A site's power")
struct SitePowerTests {
    private static let single = Lab.Supply(feeds: ["A"])

    private static func isDark(_ lab: Lab, _ machine: SimulatedMachine) -> Bool {
        let events = lab.events(of: "machine.mains-lost").filter {
            $0.event.subject == machine.name.text
        }
        return events.count % 2 == 1
    }

    @Test("a machine with two supplies survives the loss of one feed, and the other carries it all")
    func survivesOneFeed() throws {
        let lab = Lab(machines: 1, racks: 1)
        lab.node.pressPowerButton()
        lab.pass(.seconds(10))
        let before = try #require(lab.datacenter.load(of: "rack-1/B")).watts
        lab.datacenter.inject(.feedLoss, at: .feed("A"))
        #expect(lab.node.power == .on)
        let (dead, living) = (
            lab.datacenter.load(of: "rack-1/A")?.watts, lab.datacenter.load(of: "rack-1/B")?.watts
        )
        #expect(dead == 0)
        #expect(living == before * 2)
        lab.datacenter.repair(.feedLoss, at: .feed("A"))
        lab.pass(.seconds(60))
        #expect(lab.datacenter.load(of: "rack-1/B")?.watts == before)
    }

    @Test("a machine with one supply goes dark with its feed, its controller too, and comes back")
    func darkens() throws {
        let lab = Lab(machines: 1, racks: 1, supply: Self.single)
        lab.node.pressPowerButton()
        lab.pass(.seconds(10))
        lab.datacenter.inject(.feedLoss, at: .feed("A"))
        #expect(lab.node.power == .off)
        #expect(Self.isDark(lab, lab.node))
        #expect(throws: BMCError.unreachable(waited: BMCLimits.call)) {
            try lab.run { process in
                try await lab.bmc(of: lab.node, for: process).powerState()
            }
        }
        lab.datacenter.repair(.feedLoss, at: .feed("A"))
        lab.pass(.seconds(10))
        #expect(lab.node.power == .on)
        #expect(!Self.isDark(lab, lab.node))
    }

    @Test("a controller answers only when it has started after its supply came back")
    func controllerStarts() throws {
        let lab = Lab(machines: 1, racks: 1, supply: Self.single)
        lab.datacenter.inject(.feedLoss, at: .feed("A"))
        lab.datacenter.repair(.feedLoss, at: .feed("A"))
        lab.pass(.seconds(30))
        #expect(!lab.node.answersController)
        lab.pass(.seconds(120))
        #expect(lab.node.answersController)
    }

    @Test(
        "what a machine does when its supply comes back is its firmware's policy",
        arguments: PowerRestorePolicy.allCases, [PowerState.on, .off])
    func restorePolicy(policy: PowerRestorePolicy, was: PowerState) {
        var supply = Self.single
        supply.policy = policy
        let lab = Lab(machines: 1, racks: 1, supply: supply)
        if was == .on { lab.node.pressPowerButton() }
        lab.pass(.seconds(10))
        lab.datacenter.inject(.feedLoss, at: .feed("A"))
        lab.pass(.seconds(60))
        lab.datacenter.repair(.feedLoss, at: .feed("A"))
        lab.pass(.seconds(60))
        let expected: PowerState =
            switch policy {
            case .last: was
            case .alwaysOn: .on
            case .alwaysOff: .off
            }
        #expect(lab.node.power == expected)
    }

    @Test("machines that wait for a moment of their own do not all come back at once")
    func restoresApart() {
        var supply = Self.single
        supply.delay = .zero...(.seconds(240))
        let lab = Lab(machines: 10, racks: 1, supply: supply)
        for node in lab.nodes { node.pressPowerButton() }
        lab.pass(.seconds(10))
        lab.datacenter.inject(.feedLoss, at: .feed("A"))
        lab.datacenter.repair(.feedLoss, at: .feed("A"))
        lab.pass(.seconds(60))
        let early = lab.nodes.filter { $0.power == .on }.count
        #expect(early > 0 && early < 10)
        lab.pass(.seconds(240))
        #expect(lab.nodes.allSatisfy { $0.power == .on })
    }

    @Test("a breaker opens when too many machines come on at once, and darkens all on its PDU")
    func breakerOpens() throws {
        let power = PowerSpecification(limit: Watts(3000))
        let lab = Lab(machines: 20, racks: 1, power: power, supply: Self.single)
        for node in lab.nodes { node.pressPowerButton() }
        lab.pass(.seconds(30))
        let trip = try #require(lab.events(of: "pdu.breaker-tripped").first)
        #expect(trip.event.subject == "rack-1/A")
        #expect(lab.nodes.allSatisfy { $0.power == .off })
        #expect(lab.seed.specification.supplies == ["A", "B"])
    }

    @Test("the same machines come on one by one without opening it")
    func staggeredStart() {
        let power = PowerSpecification(limit: Watts(9000))
        let lab = Lab(machines: 20, racks: 1, power: power, supply: Self.single)
        for node in lab.nodes {
            node.pressPowerButton()
            lab.pass(.seconds(5))
        }
        #expect(lab.events(of: "pdu.breaker-tripped").isEmpty)
        #expect(lab.nodes.allSatisfy { $0.power == .on })
    }

    @Test("when one feed is lost, the other's breaker opens if it cannot carry both: a cascade")
    func cascade() throws {
        let power = PowerSpecification(limit: Watts(2400))
        let lab = Lab(machines: 10, racks: 1, power: power)
        for node in lab.nodes {
            node.pressPowerButton()
            lab.pass(.seconds(6))
        }
        #expect(lab.events(of: "pdu.breaker-tripped").isEmpty)
        lab.datacenter.inject(.feedLoss, at: .feed("A"))
        #expect(lab.nodes.allSatisfy { $0.power == .on })
        lab.pass(.seconds(300))
        let trip = try #require(lab.events(of: "pdu.breaker-tripped").first)
        #expect(trip.event.subject == "rack-1/B")
        #expect(lab.nodes.allSatisfy { $0.power == .off })
    }

    @Test("somebody closes a breaker that opened, and its machines come back one after the other")
    func breakerIsReset() throws {
        let power = PowerSpecification(limit: Watts(5000))
        let lab = Lab(machines: 20, racks: 1, power: power, supply: Self.single)
        for node in lab.nodes { node.pressPowerButton() }
        lab.pass(.seconds(60))
        #expect(lab.events(of: "pdu.breaker-tripped").count == 1)
        lab.pass(.seconds(3600))
        #expect(!lab.events(of: "pdu.breaker-reset").isEmpty)
    }

    @Test("a machine with a dead supply hangs on its other one")
    func deadSupply() {
        let lab = Lab(machines: 1, racks: 1)
        lab.node.pressPowerButton()
        lab.pass(.seconds(10))
        lab.datacenter.inject(.supplyDead, on: lab.node.name)
        #expect(lab.node.power == .on)
        #expect(lab.datacenter.load(of: "rack-1/A")?.watts == 7.5)
        lab.datacenter.inject(.feedLoss, at: .feed("B"))
        #expect(lab.node.power == .off)
        lab.datacenter.repair(.supplyDead, on: lab.node.name)
        lab.pass(.seconds(10))
        #expect(lab.node.power == .on)
    }

    @Test("a breaker opens the sooner the more it carries, and never below 1.13 times its rating")
    func curve() throws {
        #expect(BreakerCurve.remaining(at: 1.12, heat: 0) == nil)
        let slight = try #require(BreakerCurve.remaining(at: 1.45, heat: 0))
        let strong = try #require(BreakerCurve.remaining(at: 2.55, heat: 0))
        #expect(slight < .seconds(3600) && strong < .seconds(60) && strong > .seconds(1))
        #expect(strong < slight)
        #expect(BreakerCurve.remaining(at: 5, heat: 0) == .zero)
    }

    @Test("loads are what all machines draw together, whatever comes and goes", arguments: 1...5)
    func loadsAreSums(seed: UInt64) throws {
        let lab = Lab(seed: seed, machines: 12, racks: 2)
        var chance = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let node = try #require(lab.nodes.randomElement(using: &chance))
            switch Int.random(in: 0..<6, using: &chance) {
            case 0: node.pressPowerButton()
            case 1: node.holdPowerButton()
            case 2: lab.datacenter.inject(.feedLoss, at: .feed("A"))
            case 3: lab.datacenter.repair(.feedLoss, at: .feed("A"))
            case 4: lab.datacenter.inject(.supplyDead, on: node.name)
            default: lab.datacenter.repair(.supplyDead, on: node.name)
            }
            lab.pass(.seconds(7))
        }
        lab.datacenter.repair(.feedLoss, at: .feed("A"))
        for node in lab.nodes {
            lab.datacenter.repair(.supplyDead, on: node.name)
            node.holdPowerButton()
        }
        lab.seed.holdPowerButton()
        lab.pass(.seconds(300))
        for pdu in lab.datacenter.pdus() {
            let machines = pdu.text.hasPrefix("rack-1") ? 7.0 : 6.0
            let load = try #require(lab.datacenter.load(of: pdu)).watts
            #expect(abs(load - machines * 7.5) < 1e-6, "\(pdu)")
        }
    }
}
