import Hardware

extension NodeUpdate {
    /// Reads the body of a request to set a node's target RAID configuration
    /// (`PUT /nodes/…/states/raid`); an empty one takes it away.
    ///
    /// The rules of software RAID are held against it by the step that builds it, as by Ironic's
    /// agent: only that knows the machine's disks, and what of them is to be kept.
    ///
    /// - Throws: the first thing that breaks Ironic's schema.
    public static func targetRAID(body: JSONValue) throws(RAIDRefusal) -> NodeUpdate {
        if body == [:] || body == .null { return .targetRAID(nil) }
        return .targetRAID(try RAIDConfiguration(body))
    }

    /// Reads the body of a request to replace a node's traits (`PUT /nodes/…/traits`).
    public static func traits(body: JSONValue) throws(RecordRefusal) -> NodeUpdate {
        guard let object = body.object, let list = object["traits"], object.count == 1 else {
            throw .invalid("the body has a list of 'traits', and nothing else")
        }
        return .traits(try TraitRules.read(list))
    }

    /// Reads the body of a request to put a node into maintenance (`PUT /nodes/…/maintenance`).
    public static func maintenance(body: JSONValue) throws(RecordRefusal) -> NodeUpdate {
        guard let object = body.object, object.keys.allSatisfy({ $0 == "reason" }) else {
            throw .invalid("the body has a 'reason', and nothing else")
        }
        switch object["reason"] {
        case nil, .null?: return .maintenance(reason: "")
        case .text(let reason)?: return .maintenance(reason: reason)
        case let other?: throw .invalid("'reason' cannot be \(other)")
        }
    }
}
