/// Who a controller says the machine behind it is.
public struct BMCIdentity: Sendable, Hashable, Codable {
    public let manufacturer: String
    public let product: String
    public let serialNumber: String

    public init(manufacturer: String, product: String, serialNumber: String) {
        self.manufacturer = manufacturer
        self.product = product
        self.serialNumber = serialNumber
    }
}
