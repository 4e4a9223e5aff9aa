/// The refusals, by the messages of the Base registry.
extension RedfishFault {
    static func missing(_ path: String) -> RedfishFault {
        RedfishFault(
            404, RedfishMessage("ResourceMissingAtURI", "There is no resource at \(path).", [path]))
    }

    static let malformedJSON = RedfishFault(
        400, RedfishMessage("MalformedJSON", "The body is no JSON that can be read."))

    static let emptyJSON = RedfishFault(
        400, RedfishMessage("EmptyJSON", "The body has no property that could be used."))

    static let noOperation = RedfishFault(
        400,
        RedfishMessage(
            "NoOperation", "The request asks for no change.", severity: .warning))

    static let unrecognizedBody = RedfishFault(
        400, RedfishMessage("UnrecognizedRequestBody", "The body is not a JSON object."))

    static func general(_ status: Int, _ text: String) -> RedfishFault {
        RedfishFault(status, RedfishMessage("GeneralError", text))
    }

    static func unauthorized(_ path: String) -> RedfishFault {
        RedfishFault(
            401,
            RedfishMessage(
                "ResourceAtUriUnauthorized", "Access to \(path) needs a valid log-in.",
                [path, "no valid session or user"],
                resolution: "Log in with a user that may, and send the request again."),
            fields: ["WWW-Authenticate": "Basic realm=\"Redfish\", charset=\"UTF-8\""])
    }

    static let insufficientPrivilege = RedfishFault(
        403,
        RedfishMessage(
            "InsufficientPrivilege", "The user lacks a privilege that the operation needs.",
            resolution: "Use an account with the privilege."))

    static let preconditionFailed = RedfishFault(
        412,
        RedfishMessage(
            "PreconditionFailed", "The resource is another than the ETag says.",
            resolution: "Read the resource again, and send its ETag."))

    static let sessionLimit = RedfishFault(
        503,
        RedfishMessage(
            "SessionLimitExceeded", "There are as many sessions as there may be.",
            resolution: "Close a session, or wait until one ends."),
        fields: ["Retry-After": "30"])

    static func unknownProperty(_ name: String) -> RedfishFault {
        property(
            "PropertyUnknown", "The resource has no property \(name).", [name],
            of: name)
    }

    static func notWritable(_ name: String) -> RedfishFault {
        property(
            "PropertyNotWritable", "The property \(name) cannot be written.", [name],
            of: name)
    }

    static func wrongType(_ value: JSON, _ name: String) -> RedfishFault {
        property(
            "PropertyValueTypeError", "The property \(name) takes another type of value.",
            [shown(value), name],
            of: name)
    }

    static func notInList(_ value: JSON, _ name: String) -> RedfishFault {
        property(
            "PropertyValueNotInList", "The property \(name) does not take this value.",
            [shown(value), name],
            of: name)
    }

    static func outOfRange(_ value: JSON, _ name: String) -> RedfishFault {
        property(
            "PropertyValueOutOfRange", "The value of \(name) is out of its range.",
            [shown(value), name],
            of: name)
    }

    static func wrongFormat(_ value: JSON, _ name: String) -> RedfishFault {
        property(
            "PropertyValueFormatError", "The value of \(name) has another form.",
            [shown(value), name],
            of: name)
    }

    static func conflict(_ name: String, with other: String) -> RedfishFault {
        property(
            "PropertyValueConflict", "The values of \(name) and \(other) exclude each other.",
            [name, other],
            of: name)
    }

    static func missingProperty(_ name: String) -> RedfishFault {
        property(
            "PropertyMissing", "The property \(name) is required.", [name],
            of: name)
    }

    static func missingParameter(_ name: String, of action: String) -> RedfishFault {
        RedfishFault(
            400,
            RedfishMessage(
                "ActionParameterMissing", "The action \(action) needs the parameter \(name).",
                [action, name]))
    }

    static func unknownParameter(_ name: String, of action: String) -> RedfishFault {
        RedfishFault(
            400,
            RedfishMessage(
                "ActionParameterUnknown", "The action \(action) has no parameter \(name).",
                [action, name], severity: .warning))
    }

    static func parameterNotInList(
        _ value: JSON, _ name: String, of action: String
    ) -> RedfishFault {
        RedfishFault(
            400,
            RedfishMessage(
                "ActionParameterValueNotInList",
                "The parameter \(name) of \(action) does not take this value.",
                [shown(value), name, action], severity: .warning))
    }

    /// The machine's state, or what it has, does not allow it.
    static func stateConflict(_ text: String) -> RedfishFault {
        RedfishFault(409, RedfishMessage("ResourceInUse", text, severity: .warning))
    }

    static func alreadyExists(_ type: String, _ name: String, _ value: String) -> RedfishFault {
        RedfishFault(
            409,
            RedfishMessage(
                "ResourceAlreadyExists", "There is a \(type) with this \(name) already.",
                [type, name, value]))
    }

    static func limitReached(_ text: String) -> RedfishFault {
        RedfishFault(
            503, RedfishMessage("CreateLimitReachedForResource", text),
            fields: ["Retry-After": "5"])
    }

    static func unsupportedQuery(_ name: String) -> RedfishFault {
        RedfishFault(
            501, RedfishMessage("QueryNotSupported", "There is no support for \(name)."))
    }

    static func queryOnOther(_ name: String) -> RedfishFault {
        RedfishFault(
            400,
            RedfishMessage(
                "QueryNotSupportedOnResource", "The resource does not take \(name).",
                severity: .warning))
    }

    static func queryValue(_ value: String, _ name: String) -> RedfishFault {
        RedfishFault(
            400,
            RedfishMessage(
                "QueryParameterValueFormatError", "The parameter \(name) has another form.",
                [value, name], severity: .warning))
    }

    /// What is wrong with one property of the body.
    private static func property(
        _ message: String, _ text: String, _ arguments: [String], of name: String
    ) -> RedfishFault {
        RedfishFault(
            400, RedfishMessage(message, text, arguments, severity: .warning).about(name))
    }

    /// A refused value is shown back, but not all of a long one.
    private static func shown(_ value: JSON) -> String {
        String((value.text ?? value.description).prefix(80))
    }
}
