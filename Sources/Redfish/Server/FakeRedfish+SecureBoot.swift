/// Secure boot (schema SecureBoot).
extension FakeRedfish {
    func secureBootBody(_ place: Int) -> JSON {
        let (id, state) = (systems[place].id, systems[place].secureBoot)
        var body = resource(
            ResourceAddress(.secureBoot, id), type: "SecureBoot.v1_1_0.SecureBoot",
            id: "SecureBoot", name: "UEFI Secure Boot")
        body["SecureBootEnable"] = .truth(state.isEnabled)
        body["SecureBootCurrentBoot"] = .text(state.isInForce ? "Enabled" : "Disabled")
        body["SecureBootMode"] = .text(state.mode)
        body["Actions"] = [
            "#SecureBoot.ResetKeys": [
                "target": .text(ResourceAddress(.secureBootReset, id).path),
                "ResetKeysType@Redfish.AllowableValues": .list(
                    SecureBootState.KeyReset.allCases.map { .text($0.rawValue) }),
            ]
        ]
        return .object(body)
    }

    /// What is changed here is in force from the machine's next start on.
    mutating func changeSecureBoot(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        let place = try place(call)
        var state = systems[place].secureBoot
        for member in try call.object().members {
            switch (member.name, member.value) {
            case ("SecureBootEnable", .truth(let truth)): state.isEnabled = truth
            case ("SecureBootEnable", _): throw .wrongType(member.value, member.name)
            default:
                let known = secureBootBody(place)[member.name] != nil
                throw known ? .notWritable(member.name) : .unknownProperty(member.name)
            }
        }
        systems[place].secureBoot = state
        return try changed(call)
    }

    mutating func resetKeys(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        let (place, action) = (try place(call), "SecureBoot.ResetKeys")
        let object = try call.parameters(["ResetKeysType"], of: action)
        guard let value = object["ResetKeysType"] else {
            throw .missingParameter("ResetKeysType", of: action)
        }
        guard let keys = value.text.flatMap(SecureBootState.KeyReset.init) else {
            throw .parameterNotInList(value, "ResetKeysType", of: action)
        }
        systems[place].secureBoot.reset(keys)
        return RedfishResponse(204)
    }
}
