import Fleet
import Hardware

/// Which virtual machines are to have controllers, and where.
struct DomainOrder {
    /// The hypervisor's URI.
    let hypervisor: String
    let domains: [ServedDomain]
    /// The address to serve at.
    let host: String
    /// The port of the first domain that names none; zero for any that is free.
    let first: UInt16
    let accounts: [FleetAccount]
    /// Where a Redfish service is to answer, if one is wanted.
    let redfish: BMCAddress?
    /// Which way the printed inventory names.
    let printed: ControllerProtocol
    /// Where orders are to be taken; nil for the usual place.
    let control: String?

    /// The port of each domain: its own, or that of the first plus its place.
    func port(at place: Int) -> UInt16 {
        domains[place].port ?? (first == 0 ? 0 : UInt16(clamping: Int(first) + place))
    }

    /// The same for machines that are known.
    func farm(of machines: [ServedMachine]) -> FarmOrder {
        FarmOrder(
            plan: FarmPlan(machines), accounts: accounts, inventory: nil, acceleration: 1,
            powerDelay: .zero, redfish: redfish, printed: printed, control: control)
    }

    /// Whom the printed inventory names.
    var account: FleetAccount { accounts.max { $0.privilege < $1.privilege } ?? .usual }
}
