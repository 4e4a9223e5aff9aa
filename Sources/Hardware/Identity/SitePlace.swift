/// A part of a site that several machines hang on.
public enum SitePlace: Sendable, Hashable, Codable {
    case feed(FeedName)
    case pdu(PDUName)
    case `switch`(SwitchName)

    /// What it is called in reports, with its sort.
    public var text: String {
        switch self {
        case .feed(let feed): "feed \(feed)"
        case .pdu(let pdu): "PDU \(pdu)"
        case .switch(let name): "switch \(name)"
        }
    }
}
