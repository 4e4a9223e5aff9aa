public import Hardware

/// A machine whose controller is to be asked something.
public struct ControllerTarget: Sendable, Hashable {
    /// As it was asked for: a node's name, or where its controller is.
    public let name: String
    public let address: BMCAddress
    /// Nil where only whoever asks can know them.
    public let credentials: BMCCredentials?
}

extension ControllerTarget {
    /// The same with what opens it.
    public func opened(by credentials: BMCCredentials) -> ControllerTarget {
        ControllerTarget(name: name, address: address, credentials: credentials)
    }
}
