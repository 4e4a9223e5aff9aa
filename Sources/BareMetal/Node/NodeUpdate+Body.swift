import Hardware

extension NodeUpdate {
    /// Reads the body of a request to set a node's target RAID configuration
    /// (`PUT /nodes/…/states/raid`); an empty one takes it away.
    ///
    /// - Throws: the first thing that breaks Ironic's schema, or the rules of software RAID.
    public static func targetRAID(body: JSONValue) throws(RAIDRefusal) -> NodeUpdate {
        if body == [:] || body == .null { return .targetRAID(nil) }
        let target = try RAIDConfiguration(body)
        if target.isSoftware { try target.checkSoftware() }
        return .targetRAID(target)
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
