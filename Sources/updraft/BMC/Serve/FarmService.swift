import ArgumentParser
import Fleet
import Foundation
import Hardware
import IPMI
import LiveWorld
import Redfish
import SimulatedDatacenter

/// A farm while it serves: sockets, machines, and orders from others on this host.
struct FarmService: ~Copyable {
    /// Between two looks at orders and at the world behind the controllers.
    private static let turn: Duration = .milliseconds(10)

    private let order: FarmOrder
    private var plan: FarmPlan
    private let world: ServedWorld
    private var farm: BMCFarm<ServedHost>
    private var redfish: FarmRedfish<ServedHost>?
    private var control: ControlSocket
    private var faults: FarmFaults

    init(_ order: FarmOrder) throws {
        var plan = order.plan
        var farm = try Self.empty()
        let world = ServedWorld(order, seed: .random(in: .min ... .max), at: farm.now)
        var profiles = FarmProfiles(order)
        for (index, machine) in order.plan.machines.enumerated() {
            let profile = profiles.profile(of: machine)
            let place = try order.place(of: machine)
            do throws(SocketError) {
                let port = try farm.add(at: place) { port in
                    FakeBMC(
                        profile, host: world.host(index),
                        identity: FarmIdentity.identity(index), guid: FarmIdentity.guid(machine),
                        place: ControllerPlace(
                            peer: place, port: port, mac: FarmIdentity.mac(index)),
                        epoch: .seconds(Date().timeIntervalSince1970))
                }
                plan.setPort(port, of: index)
            } catch {
                throw order.complaint(machine, error)
            }
        }
        redfish = try order.redfish.map { place in
            let service = order.service(
                SimulatedMachine.redfishProfile, Self.systems(order, world), at: farm.now)
            return try FarmRedfish.begin(service, at: place, &farm)
        }
        control = try order.listen(plan)
        faults = FarmFaults(order.plan.machines.map(\.name), world)
        self.order = order
        self.plan = plan
        self.world = world
        self.farm = farm
    }

    private static func empty() throws -> BMCFarm<ServedHost> {
        do throws(SocketError) { return try BMCFarm() } catch {
            StandardError.print("\(error)")
            throw ExitStatus.unavailable
        }
    }

    private static func systems(
        _ order: FarmOrder, _ world: ServedWorld
    ) -> [RedfishSystem<ServedHost>] {
        order.plan.machines.enumerated().map { index, machine in
            RedfishSystem(
                id: machine.name.text, name: machine.name.text,
                uuid: FarmIdentity.uuid(machine), host: world.host(index))
        }
    }

    /// Prints the inventory to use with it, and says that it is ready.
    func announce() throws {
        let announcement = FarmAnnouncement(plan: plan, accounts: order.accounts)
        try announcement.print(order.inventory(of: plan, redfish: redfish?.address))
        StandardError.print("\(announcement.ready), orders at \(control.path)")
        if let redfish { StandardError.print(redfish.announcement) }
    }

    /// Serves until somebody asks for the end.
    mutating func serve() throws {
        while !Signals.wantEnd {
            farm.serve(for: Self.turn)
            answerRedfish()
            if let finding = world.keepUp(with: farm.now) {
                StandardError.print("the simulated world stands still: \(finding)")
                throw ExitStatus.internalFailure
            }
            for (machine, text) in world.takeConsoleText() {
                guard let index = faults.index(of: machine) else { continue }
                farm.writeConsole(Array(text.utf8), of: index)
            }
            for given in control.orders() {
                control.answer(given, faults.answer(given.text, &farm))
            }
        }
        redfish?.stop()
        sayGoodbye()
    }

    private func answerRedfish() {
        redfish?.answer(at: farm.now) { farm.line(of: $0) }
    }

    private func sayGoodbye() {
        let seconds = farm.now.components.seconds
        let failed = farm.controllers.reduce(0) { $0 + $1.failedLogIns }
        StandardError.print(
            "stopped: \(plan.machines.count) BMCs served for \(seconds) s, \(farm.received) "
                + "datagrams, \(failed) failed log-ins")
    }
}
