/// The members of a JSON object, in their order.
public struct JSONObject: Sendable, Hashable {
    public struct Member: Sendable, Hashable {
        public let name: String
        public var value: JSON

        public init(name: String, value: JSON) {
            self.name = name
            self.value = value
        }
    }

    public private(set) var members: [Member]

    public init(_ members: [Member] = []) { self.members = members }

    /// The last member of the name, as most readers take one that comes twice (RFC 8259, 4).
    public subscript(name: String) -> JSON? {
        get { members.last { $0.name == name }?.value }
        set {
            guard let index = members.lastIndex(where: { $0.name == name }) else {
                if let newValue { members.append(Member(name: name, value: newValue)) }
                return
            }
            if let newValue {
                members[index].value = newValue
            } else {
                members.remove(at: index)
            }
        }
    }

    public var isEmpty: Bool { members.isEmpty }
}
