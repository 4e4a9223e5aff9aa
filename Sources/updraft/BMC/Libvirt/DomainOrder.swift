import Fleet

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

    /// The port of each domain: its own, or that of the first plus its place.
    func port(at place: Int) -> UInt16 {
        domains[place].port ?? (first == 0 ? 0 : UInt16(clamping: Int(first) + place))
    }

    /// Whom the printed inventory names.
    var printed: FleetAccount { accounts.max { $0.privilege < $1.privilege } ?? .usual }
}
