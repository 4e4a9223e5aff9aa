public import Hardware

/// Reaches the controllers of machines.
public protocol ControllerDirectory: Sendable {
    /// The controller at an address, spoken to by the named driver.
    ///
    /// No call is made yet: an address nobody answers at shows itself at the first call.
    func controller(
        at address: BMCAddress, driver: DriverName, credentials: BMCCredentials
    ) -> any BMC
}
