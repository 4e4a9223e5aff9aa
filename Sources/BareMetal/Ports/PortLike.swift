import Hardware
public import World

/// What a VIF can be attached to: a port by itself, or a bond of several.
public enum PortLike: Sendable, Hashable {
    case port(Port)
    case portgroup(Portgroup)

    public var uuid: Identifier {
        switch self {
        case .port(let port): port.uuid
        case .portgroup(let group): group.uuid
        }
    }

    /// The instance's own VIF.
    public var tenantVIF: VIF? {
        get {
            switch self {
            case .port(let port): port.vifs[.tenant]
            case .portgroup(let group): group.vifs[.tenant]
            }
        }
        set {
            switch self {
            case .port(var port):
                port.vifs[.tenant] = newValue
                if newValue == nil { port.extra["vif_port_id"] = nil }
                self = .port(port)
            case .portgroup(var group):
                group.vifs[.tenant] = newValue
                if newValue == nil { group.extra["vif_port_id"] = nil }
                self = .portgroup(group)
            }
        }
    }

    /// Writes it over what is there.
    public func put(in transaction: inout Transaction) {
        switch self {
        case .port(let port): transaction.put(port)
        case .portgroup(let group): transaction.put(group)
        }
    }
}
