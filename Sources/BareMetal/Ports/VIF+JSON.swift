extension VIF {
    /// Reads the body of a request to attach a virtual interface, or an entry of the list of those
    /// that are attached. What else it says is the network driver's.
    public init(_ body: JSONValue) throws(RecordRefusal) {
        guard let text = body["id"]?.text else { throw .invalid("a virtual interface has an 'id'") }
        guard RecordName.isValid(text) else {
            throw .invalid("'\(text)' is neither a UUID nor a name")
        }
        self.init(text)
    }

    /// As Ironic lists it.
    public var body: JSONValue { ["id": .text(text)] }
}
