/// The messages of the Base registry that the service speaks, as a registry of its own
/// (DSP8011; schema MessageRegistry): who wants to show one in his words finds its parts here.
enum RedfishRegistry {
    static let version = "1.13.0"
    static let id = "Base.\(version)"

    /// Every message, with `%1` and so on for its arguments.
    static let messages: [RedfishMessage] =
        [
            RedfishMessage.success, .notAllowed, .lastAdministrator,
        ] + faults.map(\.message)

    private static let faults: [RedfishFault] = [
        .missing("%1"), .malformedJSON, .emptyJSON, .noOperation, .unrecognizedBody,
        .general(500, "The request failed."), .unauthorized("%1"), .insufficientPrivilege,
        .preconditionFailed, .sessionLimit, .unknownProperty("%1"), .notWritable("%1"),
        .wrongType(.text("%1"), "%2"), .notInList(.text("%1"), "%2"),
        .outOfRange(.text("%1"), "%2"), .wrongFormat(.text("%1"), "%2"),
        .conflict("%1", with: "%2"), .missingProperty("%1"), .missingParameter("%2", of: "%1"),
        .unknownParameter("%2", of: "%1"), .parameterNotInList(.text("%1"), "%2", of: "%3"),
        .stateConflict("The resource is in use."), .alreadyExists("%1", "%2", "%3"),
        .limitReached("There are as many resources as there may be."),
        .unsupportedQuery("the query"), .queryOnOther("the query"), .queryValue("%1", "%2"),
    ]

    static let body: JSONObject = JSONObject(
        messages.map { JSONObject.Member(name: $0.key, value: entry($0)) })

    private static func entry(_ message: RedfishMessage) -> JSON {
        [
            "Description": .text(message.text),
            "Message": .text(message.text),
            "Severity": .text(message.severity.rawValue),
            "MessageSeverity": .text(message.severity.rawValue),
            "NumberOfArgs": .integer(message.arguments.count),
            "ParamTypes": .list(message.arguments.map { _ in "string" }),
            "Resolution": .text(message.resolution),
        ]
    }
}
