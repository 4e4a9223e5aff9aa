/// Commands of DCMI 1.5.
extension IPMIRequest {
    /// Tells what the machine draws, in watts.
    public static let powerReading = IPMIRequest(
        "get power reading", Command(.groupExtension, 0x02), [DCMISettings.group, 1, 0, 0])
}
