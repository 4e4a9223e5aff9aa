public import Hardware

/// A machine's controller: where it answers, how it is spoken to, and what opens it.
public struct ControllerSpecification: Sendable, Hashable {
    public let address: BMCAddress
    public let driver: DriverName
    public let credentials: BMCCredentials
    /// The protocol whose real client and server stand between the controller and those who call
    /// it (*wire* fidelity); nil where calls reach it as they are (*call* fidelity).
    public let wire: ManagementProtocol?

    public init(
        address: BMCAddress, driver: DriverName, credentials: BMCCredentials,
        wire: ManagementProtocol? = nil
    ) {
        self.address = address
        self.driver = driver
        self.credentials = credentials
        self.wire = wire
    }
}
