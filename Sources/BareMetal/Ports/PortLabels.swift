/// What operators write down of a port for themselves.
public struct PortLabels: Sendable, Hashable, Codable {
    public var description: String?
    public var vendor: String?
    public var category: String?

    public init(description: String? = nil, vendor: String? = nil, category: String? = nil) {
        self.description = description
        self.vendor = vendor
        self.category = category
    }
}
