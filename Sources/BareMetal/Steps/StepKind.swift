/// What steps are taken for.
public enum StepKind: String, Sendable, Hashable, Codable, CaseIterable {
    case clean, deploy, service, verify
    /// Ironic has no list of steps for it; nobody can ask for any.
    case rescue

    /// What an interface counts where two steps have the same priority: the higher goes first. Nil
    /// where the interface has no steps of this kind.
    ///
    /// Source: Ironic's conductor: cleaning and deploying share an order, servicing puts the
    /// network before it, verifying has an order of its own.
    public func rank(of interface: StepInterface) -> Int? {
        switch self {
        case .clean, .deploy, .rescue: Self.common(interface)
        case .service: interface == .network ? 8 : Self.common(interface)
        case .verify: Self.verifying(interface)
        }
    }

    private static func common(_ interface: StepInterface) -> Int? {
        switch interface {
        case .vendor: 7
        case .power: 6
        case .management: 5
        case .firmware: 4
        case .deploy: 3
        case .bios: 2
        case .raid: 1
        case .boot, .console, .inspect, .network, .rescue, .storage: nil
        }
    }

    private static func verifying(_ interface: StepInterface) -> Int {
        switch interface {
        case .power: 13
        case .management: 12
        case .firmware: 11
        case .inspect: 10
        case .deploy: 9
        case .boot: 8
        case .bios: 7
        case .raid: 6
        case .vendor: 5
        case .network: 4
        case .storage: 3
        case .console: 2
        case .rescue: 1
        }
    }

    /// The interfaces that have steps of this kind, highest first.
    public var interfaces: [StepInterface] {
        StepInterface.allCases.filter { rank(of: $0) != nil }
            .sorted { (rank(of: $0) ?? 0) > (rank(of: $1) ?? 0) }
    }
}

extension StepKind: CustomStringConvertible {
    public var description: String { rawValue }
}
