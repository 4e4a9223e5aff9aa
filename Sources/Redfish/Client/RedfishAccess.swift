import FoundationEssentials
public import Hardware

/// How a client opens a service. Printing it never shows the password.
public struct RedfishAccess: Sendable, Hashable {
    /// How each request shows who asks.
    public enum Authentication: String, Sendable, Hashable, CaseIterable {
        /// A session, and basic authentication where the service has none.
        case automatic
        case session
        case basic
    }

    let credentials: BMCCredentials
    let authentication: Authentication
    /// Which of the service's systems is meant: its identifier, or its address. Nil for the sole
    /// one.
    let system: String?

    public init(
        _ credentials: BMCCredentials, system: String? = nil,
        authentication: Authentication = .automatic
    ) {
        self.credentials = credentials
        self.system = system
        self.authentication = authentication
    }

    var basicField: String {
        "Basic "
            + Data("\(credentials.user):\(credentials.password)".utf8).base64EncodedString()
    }
}

extension RedfishAccess: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { credentials.description }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
