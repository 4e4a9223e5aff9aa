import Hardware
public import World

extension NodeHistoryEntry {
    /// The entry as Ironic's history API answers with it.
    ///
    /// - Parameters:
    ///   - uuid: the node's.
    ///   - base: the API's address, as `http://127.0.0.1:6385`.
    public func response(of uuid: Identifier, at base: String) -> JSONValue {
        let path = "v1/nodes/\(uuid)/history/\(self.uuid)"
        return [
            "uuid": .text(self.uuid.text), "created_at": .text(at.iso8601),
            "severity": .text(severity.rawValue), "event": .text(event),
            "event_type": .text(topic.rawValue), "conductor": .text(conductor.text),
            "user": .null, "links": [["href": .text("\(base)/\(path)"), "rel": "self"]],
        ]
    }
}
