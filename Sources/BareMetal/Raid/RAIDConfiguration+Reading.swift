import Hardware

extension RAIDConfiguration {
    /// Reads Ironic's form, held to its RAID schema.
    ///
    /// - Throws: the first thing that is wrong, with its place.
    public init(_ json: JSONValue) throws(RAIDRefusal) {
        guard let object = json.object else {
            throw .schema("the document", expected: "an object")
        }
        if let stray = object.keys.filter({ $0 != "logical_disks" }).min() {
            throw .schema(stray, expected: "no such key")
        }
        guard let list = object["logical_disks"]?.list else {
            throw .schema("logical_disks", expected: "a list of logical disks")
        }
        var disks: [LogicalDisk] = []
        for (index, value) in list.enumerated() {
            disks.append(try LogicalDiskReader(value, "logical_disks[\(index)]").read())
        }
        try self.init(disks)
    }

    /// Reads Ironic's form out of a text.
    public init(parsing text: String) throws(RAIDRefusal) {
        guard let json = JSONValue(parsing: text) else {
            throw .schema("the document", expected: "JSON")
        }
        try self.init(json)
    }
}
