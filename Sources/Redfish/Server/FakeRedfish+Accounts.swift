/// The account service (DSP0266; schemas AccountService, ManagerAccount and Role).
extension FakeRedfish {
    func accountBody(_ address: ResourceAddress) throws(RedfishFault) -> JSON {
        switch address.kind {
        case .accounts:
            return collection(
                address, type: "ManagerAccountCollection", name: "Accounts Collection",
                accounts.map { ResourceAddress(.account, $0.name) })
        case .account: return body(of: accounts[try place(ofAccount: address)])
        case .roles:
            return collection(
                address, type: "RoleCollection", name: "Roles Collection",
                RedfishRole.allCases.map { ResourceAddress(.role, $0.rawValue) })
        case .role: return try roleBody(address)
        default:
            var body = resource(
                address, type: "AccountService.v1_10_0.AccountService", id: "AccountService",
                name: "Account Service")
            body["Status"] = Self.enabled
            body["ServiceEnabled"] = true
            body["MinPasswordLength"] = .integer(RedfishLimits.passwordLengths.lowerBound)
            body["MaxPasswordLength"] = .integer(RedfishLimits.passwordLengths.upperBound)
            body["AccountLockoutThreshold"] = 0
            body["Accounts"] = ResourceAddress(.accounts).link
            body["Roles"] = ResourceAddress(.roles).link
            return .object(body)
        }
    }

    private func place(ofAccount address: ResourceAddress) throws(RedfishFault) -> Int {
        guard let place = accounts.firstIndex(where: { $0.name == address.names[0] }) else {
            throw .missing(address.path)
        }
        return place
    }

    private func body(of account: RedfishAccount) -> JSON {
        var body = resource(
            ResourceAddress(.account, account.name), type: "ManagerAccount.v1_8_0.ManagerAccount",
            id: account.name, name: "User Account")
        body["UserName"] = .text(account.name)
        // It is never told.
        body["Password"] = .null
        body["RoleId"] = .text(account.role.rawValue)
        body["Enabled"] = .truth(account.isEnabled)
        body["Locked"] = false
        body["AccountTypes"] = ["Redfish"]
        body["Links"] = ["Role": ResourceAddress(.role, account.role.rawValue).link]
        return .object(body)
    }

    private func roleBody(_ address: ResourceAddress) throws(RedfishFault) -> JSON {
        guard let role = RedfishRole(rawValue: address.names[0]) else {
            throw .missing(address.path)
        }
        var body = resource(
            address, type: "Role.v1_3_1.Role", id: role.rawValue, name: "User Role")
        body["RoleId"] = .text(role.rawValue)
        body["IsPredefined"] = true
        body["AssignedPrivileges"] = .list(role.privileges.map { .text($0.rawValue) })
        return .object(body)
    }

    mutating func createAccount(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        let object = try call.object()
        for member in object.members
        where !["UserName", "Password", "RoleId", "Enabled"].contains(member.name) {
            throw .unknownProperty(member.name)
        }
        for name in ["UserName", "Password", "RoleId"] where object[name] == nil {
            throw .missingProperty(name)
        }
        guard let name = object["UserName"]?.text else { throw .wrongType(.null, "UserName") }
        guard (1...RedfishLimits.nameLength).contains(name.utf8.count),
            name.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x3A && $0 != 0x2F })
        else { throw .wrongFormat(.text(name), "UserName") }
        guard !accounts.contains(where: { $0.name == name }) else {
            throw .alreadyExists("ManagerAccount", "UserName", name)
        }
        guard accounts.count < RedfishLimits.accounts else {
            throw .limitReached("There are as many accounts as there may be.")
        }
        var account = RedfishAccount(name: name, password: "", role: .readOnly)
        try Self.apply(object, to: &account, besides: ["UserName"])
        accounts.append(account)
        return RedfishResponse(
            201, fields: ["Location": ResourceAddress(.account, name).path],
            json: body(of: account))
    }

    mutating func changeAccount(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        let (place, object) = (try place(ofAccount: call.address), try call.object())
        if !call.has(.configureUsers) {
            // Others may change their own password, and nothing else.
            guard call.names[0] == call.account?.name,
                object.members.allSatisfy({ $0.name == "Password" })
            else { throw .insufficientPrivilege }
        }
        var account = accounts[place]
        try Self.apply(object, to: &account, besides: [])
        try keepAdministrator(without: accounts[place].name, replacement: account)
        accounts[place] = account
        // What was opened with the old rights does not outlive them.
        if !account.isEnabled { sessions.closeAll(of: account.name) }
        return try changed(call)
    }

    mutating func deleteAccount(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        let place = try place(ofAccount: call.address)
        try keepAdministrator(without: accounts[place].name, replacement: nil)
        sessions.closeAll(of: accounts.remove(at: place).name)
        return RedfishResponse(204)
    }

    /// A service whose last administrator is gone could not be changed any more.
    private func keepAdministrator(
        without name: String, replacement: RedfishAccount?
    ) throws(RedfishFault) {
        let rest = accounts.filter { $0.name != name } + [replacement].compactMap { $0 }
        guard rest.contains(where: { $0.role == .administrator && $0.isEnabled }) else {
            throw RedfishFault(403, .lastAdministrator)
        }
    }

    private static func apply(
        _ object: JSONObject, to account: inout RedfishAccount, besides done: [String]
    ) throws(RedfishFault) {
        for member in object.members where !done.contains(member.name) {
            switch member.name {
            case "Password":
                // The value is not shown in the refusal.
                guard let password = member.value.text else { throw .wrongType("", "Password") }
                guard RedfishLimits.passwordLengths.contains(password.utf8.count) else {
                    throw .wrongFormat("", "Password")
                }
                account.password = Array(password.utf8)
            case "RoleId":
                guard let role = member.value.text.flatMap(RedfishRole.init) else {
                    throw .notInList(member.value, "RoleId")
                }
                account.role = role
            case "Enabled":
                guard let truth = member.value.truth else {
                    throw .wrongType(member.value, "Enabled")
                }
                account.isEnabled = truth
            case "Id", "Name", "UserName", "Locked", "AccountTypes", "Links":
                throw .notWritable(member.name)
            default: throw .unknownProperty(member.name)
            }
        }
    }
}
