/// What an operator can ask of a node.
public enum ProvisionVerb: String, Sendable, Hashable, Codable, CaseIterable {
    case manage, provide, inspect, abort, clean
    case deploy, rebuild, undeploy
    case adopt, rescue, unrescue, unhold, service

    /// The verb by any of its names: Ironic's API says `active` for deploy, and `deleted` for
    /// undeploy, whose event is called `delete`.
    public init?(name: String) {
        switch name {
        case "active": self = .deploy
        case "deleted", "delete": self = .undeploy
        default: self.init(rawValue: name)
        }
    }

    /// The name Ironic's API takes as `target` of a provision request.
    public var target: String {
        switch self {
        case .deploy: "active"
        case .undeploy: "deleted"
        default: rawValue
        }
    }
}

extension ProvisionVerb: CustomStringConvertible {
    public var description: String { rawValue }
}
