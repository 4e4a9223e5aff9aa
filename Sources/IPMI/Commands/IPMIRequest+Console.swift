/// The serial console's own commands (IPMI 2.0, sections 24.1 and 24.2).
extension IPMIRequest {
    private static let instance: [UInt8] = [PayloadType.serialOverLAN.code, 1]

    /// Signed and encrypted, as the session is.
    public static let activateConsole = IPMIRequest(
        "activate payload", Command(.application, 0x48), instance + [0xC0, 0, 0, 0])
    /// The same in a session that is not encrypted.
    public static let activateConsoleInTheClear = IPMIRequest(
        "activate payload", Command(.application, 0x48), instance + [0, 0, 0, 0])
    public static let deactivateConsole = IPMIRequest(
        "deactivate payload", Command(.application, 0x49), instance + [0, 0, 0, 0])
}
