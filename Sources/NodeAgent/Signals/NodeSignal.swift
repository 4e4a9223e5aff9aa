package import Documents

/// What a machine tells Heat of its work, and on which way.
package struct NodeSignal: Sendable, Hashable {
    package enum Way: Sendable, Hashable {
        /// To an address that is signed, or of an object store (`CFN_SIGNAL`, `TEMP_URL_SIGNAL`).
        case address(String, SignalMethod)
        /// To a resource of Heat's API (`HEAT_SIGNAL`).
        case resource(stack: String, resource: String, SignalAccount)
        /// Into a queue of Zaqar (`ZAQAR_SIGNAL`), where it stays for this long.
        case queue(String, SignalAccount, lifetime: Duration)
    }

    package let way: Way
    package let body: DocumentValue
    /// The name of the config that it tells of; nil where it tells of none.
    package let config: String?

    package init(_ body: DocumentValue, of config: String? = nil, to way: Way) {
        self.config = config
        self.way = way
        self.body = body
    }
}
