/// One message of the Base registry (DSP8011), as an error or an answer carries it.
struct RedfishMessage: Sendable, Hashable {
    enum Severity: String, Sendable, Hashable {
        case ok = "OK"
        case warning = "Warning"
        case critical = "Critical"
    }

    /// Its key in the registry.
    let key: String
    let text: String
    let arguments: [String]
    let severity: Severity
    let resolution: String
    /// Pointer to the property that it is about.
    var property: String?

    init(
        _ key: String, _ text: String, _ arguments: [String] = [],
        severity: Severity = .critical,
        resolution: String = "Correct the request and send it again."
    ) {
        self.key = key
        self.text = text
        self.arguments = arguments
        self.severity = severity
        self.resolution = resolution
    }

    static let registry = "Base.1.13"

    static let success = RedfishMessage(
        "Success", "The work is done.", severity: .ok, resolution: "None.")
    static let notAllowed = RedfishMessage(
        "OperationNotAllowed", "The resource does not take the method.")
    static let lastAdministrator = RedfishMessage(
        "ResourceCannotBeDeleted", "The last administrator cannot be taken away.")

    var json: JSON {
        var object = JSONObject([
            .init(name: "@odata.type", value: "#Message.v1_1_2.Message"),
            .init(name: "MessageId", value: .text("\(Self.registry).\(key)")),
            .init(name: "Message", value: .text(text)),
            .init(name: "MessageArgs", value: .list(arguments.map { .text($0) })),
            .init(name: "MessageSeverity", value: .text(severity.rawValue)),
            .init(name: "Severity", value: .text(severity.rawValue)),
            .init(name: "Resolution", value: .text(resolution)),
        ])
        if let property { object["RelatedProperties"] = .list([.text("#/\(property)")]) }
        return .object(object)
    }

    /// The same about a property.
    func about(_ property: String) -> RedfishMessage {
        var message = self
        message.property = property
        return message
    }
}
