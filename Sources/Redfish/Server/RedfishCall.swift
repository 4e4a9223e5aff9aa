/// One request on its way through a service.
struct RedfishCall: Sendable {
    let request: RedfishRequest
    let address: ResourceAddress
    let target: RequestTarget
    let now: Duration
    /// Who asks; nil where nobody has logged in.
    let account: RedfishAccount?
    /// The session that was used; nil for basic authentication.
    let session: RedfishSession?

    var names: [String] { address.names }

    /// The members of the body, which is an object. An action may come without one.
    func object() throws(RedfishFault) -> JSONObject {
        if request.body.isEmpty, address.kind.isAction { return JSONObject() }
        let json: JSON
        do { json = try JSON(parsing: request.body) } catch { throw .malformedJSON }
        guard let object = json.object else { throw .unrecognizedBody }
        guard address.kind.isAction || !object.isEmpty else { throw .emptyJSON }
        guard request.method == .patch else { return object }
        // Whoever sends a resource back as it was read sends OData's annotations too; they change
        // nothing (DSP0266, PATCH).
        let rest = JSONObject(object.members.filter { !$0.name.hasPrefix("@odata.") })
        guard !rest.isEmpty else { throw .noOperation }
        return rest
    }

    /// Refuses parameters that the action does not have.
    func parameters(_ names: [String], of action: String) throws(RedfishFault) -> JSONObject {
        let object = try object()
        for member in object.members where !names.contains(member.name) {
            throw .unknownParameter(member.name, of: action)
        }
        return object
    }

    func has(_ privilege: RedfishPrivilege) -> Bool {
        account?.role.privileges.contains(privilege) ?? false
    }
}
