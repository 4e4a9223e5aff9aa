public import Hardware

/// A machine's controller: where it answers, how it is spoken to, and what opens it.
public struct ControllerSpecification: Sendable, Hashable {
    public let address: BMCAddress
    public let driver: DriverName
    public let credentials: BMCCredentials

    public init(address: BMCAddress, driver: DriverName, credentials: BMCCredentials) {
        self.address = address
        self.driver = driver
        self.credentials = credentials
    }
}
