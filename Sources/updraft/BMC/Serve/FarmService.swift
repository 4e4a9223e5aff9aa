import ArgumentParser
import Fleet
import Foundation
import Hardware
import IPMI
import LiveWorld

/// A farm while it serves: sockets, machines, and orders from others on this host.
struct FarmService: ~Copyable {
    /// Between two looks at orders and at the world behind the controllers.
    private static let turn: Duration = .milliseconds(10)

    private let order: FarmOrder
    private var plan: FarmPlan
    private let world: ServedWorld
    private var farm: BMCFarm<ServedHost>
    private var redfish: FarmRedfish?
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
        redfish = try order.redfish.map { try Self.redfish(order, at: $0, world, &farm) }
        control = try Self.listen(order.control, plan)
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

    private static func redfish(
        _ order: FarmOrder, at place: BMCAddress, _ world: ServedWorld,
        _ farm: inout BMCFarm<ServedHost>
    ) throws -> FarmRedfish {
        let alarm: WakeUp
        do throws(SocketError) {
            alarm = try WakeUp()
            try farm.listen(to: alarm)
        } catch {
            StandardError.print("\(error)")
            throw ExitStatus.unavailable
        }
        return try FarmRedfish(order, at: place, world, now: farm.now, alarm: alarm)
    }

    /// At the place that was asked for, or at one that is named after the first port.
    private static func listen(_ path: String?, _ plan: FarmPlan) throws -> ControlSocket {
        do throws(SocketError) {
            if path == nil { try RunDirectory.make() }
            let name = "bmc-\(plan.machines.first?.port ?? 0).sock"
            return try ControlSocket(path: path ?? "\(RunDirectory.path)/\(name)")
        } catch {
            StandardError.print("the socket for orders: \(error)")
            throw ExitStatus.unavailable
        }
    }

    /// Prints the inventory to use with it, and says that it is ready.
    func announce() throws {
        let announcement = FarmAnnouncement(plan: plan, accounts: order.accounts)
        try announcement.print(inventory)
        StandardError.print("\(announcement.ready), orders at \(control.path)")
        guard let redfish else { return }
        StandardError.print(
            "and over Redfish at https://\(redfish.address)/redfish/v1/ and http://, "
                + "certificate \(redfish.fingerprint)")
    }

    private var inventory: FarmInventory {
        guard order.printed == .redfish, let address = redfish?.address else {
            return FarmInventory(plan)
        }
        return FarmInventory(plan, redfish: address)
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
