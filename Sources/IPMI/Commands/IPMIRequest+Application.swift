/// Commands about the controller itself (IPMI 2.0, chapter 20).
extension IPMIRequest {
    /// Tells firmware, maker and product.
    public static let deviceID = IPMIRequest("get device id", Command(.application, 0x01))
    public static let coldReset = IPMIRequest("cold reset", Command(.application, 0x02))
}
