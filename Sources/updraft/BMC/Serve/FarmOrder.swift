import ArgumentParser
import Fleet
import Glibc
import Hardware
import IPMI
import LiveWorld

/// What somebody wants to be served.
struct FarmOrder {
    let plan: FarmPlan
    let accounts: [FleetAccount]
    /// The file that the plan comes from.
    let inventory: String?
    let acceleration: Double
    /// From an accepted power command to the change, on the machines' clock.
    let powerDelay: Duration
    /// Where a Redfish service is to answer, if one is wanted.
    let redfish: BMCAddress?
    /// Which way the printed inventory names.
    let printed: ControllerProtocol
    /// Where orders are to be taken; nil for the usual place.
    let control: String?

    /// Users of one machine: those of all machines, and the one that its inventory names.
    func users(of machine: ServedMachine) -> [FleetAccount] {
        guard inventory != nil,
            !accounts.contains(where: { $0.name == machine.credentials.user })
        else { return accounts }
        let own = FleetAccount(
            name: machine.credentials.user, password: machine.credentials.password,
            privilege: .administrator)
        // The inventory's own user alone, where nobody has named others.
        return accounts == [.usual] ? [own] : Array(accounts.prefix(14)) + [own]
    }

    /// From an accepted soft command until the system has shut down: not at once, but no test has
    /// to wait for it.
    var shutdown: Duration { powerDelay * 3 + .milliseconds(100) }

    /// How long a controller is away that is told to restart: as with power, not at once, but no
    /// test has to wait for minutes.
    var controllerRestart: Duration { powerDelay * 3 + .seconds(1) }

    /// The address that a machine is to answer at, or why there is none.
    func place(of machine: ServedMachine) throws -> DatagramPeer {
        guard let place = HostResolver.resolve(machine.host, port: machine.port) else {
            throw complaint(machine, "which no name service knows")
        }
        return place
    }

    /// Takes orders at the place that was asked for, or at one that is named after the first port.
    func listen(_ plan: FarmPlan) throws -> ControlSocket {
        do throws(SocketError) {
            if control == nil { try RunDirectory.make() }
            let name = "bmc-\(plan.machines.first?.port ?? 0).sock"
            return try ControlSocket(path: control ?? "\(RunDirectory.path)/\(name)")
        } catch {
            StandardError.print("the socket for orders: \(error)")
            throw ExitStatus.unavailable
        }
    }

    /// What is printed of the machines as they are served.
    func inventory(of plan: FarmPlan, redfish address: BMCAddress?) -> FarmInventory {
        guard printed == .redfish, let address else { return FarmInventory(plan) }
        return FarmInventory(plan, redfish: address)
    }

    /// Tells why a machine has no socket.
    func complaint(_ machine: ServedMachine, _ error: SocketError) -> ExitCode {
        switch error.code {
        case EADDRINUSE:
            complaint(machine, "which another program has; 0 as --ipmi-base finds free ports")
        case EADDRNOTAVAIL:
            complaint(machine, "which is no address of this host; --address says another")
        case EACCES:
            complaint(machine, "which is for root alone; --ipmi-base says another port")
        case EMFILE: complaint(machine, "and no more files may be open (ulimit -n)")
        default: complaint(machine, "and \(error)")
        }
    }

    private func complaint(_ machine: ServedMachine, _ reason: String) -> ExitCode {
        let place = inventory.map { "\($0):\(machine.line ?? 1): " } ?? ""
        let key = inventory == nil ? "" : "pm_addr, pm_port: "
        StandardError.print(
            "\(place)\(key)\(machine.name): found \(machine.address), \(reason)")
        return ExitStatus.unavailable
    }
}
