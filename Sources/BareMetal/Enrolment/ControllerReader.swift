import Hardware

/// Reads how a node's controller is reached: the `pm_` keys.
struct ControllerReader {
    struct Target {
        let driver: DriverName
        let address: BMCAddress
        let credentials: BMCCredentials
    }

    private let mapping: InputMapping
    /// Nil where `pm_type` is missing or wrong.
    private(set) var kind: ControllerKind?
    /// Nil where it could not be read.
    private(set) var address: (BMCAddress, InputCursor)?

    init(_ mapping: InputMapping) { self.mapping = mapping }

    mutating func read() -> Target? {
        kind = readKind()
        let credentials = credentials()
        address = readAddress()
        guard let kind, let address, let credentials else { return nil }
        return Target(driver: kind.driver, address: address.0, credentials: credentials)
    }

    private func readKind() -> ControllerKind? {
        let known = ControllerKind.all.map(\.driver.text)
        guard let cursor = required("pm_type", expected: "a driver, such as ipmi or redfish"),
            let name = cursor.looseText(expected: "a driver, such as ipmi or redfish")
        else { return nil }
        if let kind = ControllerKind.named(name) { return kind }
        let found = InputCursor.excerpt(name)
        if let objection = ControllerKind.objection(to: name) {
            cursor.report(
                "found '\(found)', \(objection), expected one of \(known.joined(separator: ", "))"
            )
        } else {
            cursor.report(
                "unknown \(mapping.spelling("pm_type")) '\(found)'"
                    + Spelling.advice(for: name, among: known))
        }
        return nil
    }

    private func credentials() -> BMCCredentials? {
        let user = required("pm_user", expected: "the controller's user")
            .flatMap { $0.looseText(expected: "the controller's user") }
        let password = required("pm_password", expected: "the controller's password")
            .flatMap(secret)
        guard let user, let password else { return nil }
        return BMCCredentials(user: user, password: password)
    }

    /// Reads without ever quoting what it finds.
    private func secret(_ cursor: InputCursor) -> String? {
        if let text = cursor.plainText, !text.isEmpty { return text }
        let found = cursor.plainText == nil ? "something that is no text" : "an empty text"
        cursor.report("found \(found), expected the controller's password")
        return nil
    }

    private func readAddress() -> (BMCAddress, InputCursor)? {
        let shape = "the controller's host name or IP address"
        // Both are read before either is missed, so that both are told.
        let (port, system) = (port(), system())
        guard let cursor = required("pm_addr", expected: shape),
            let text = cursor.looseText(expected: shape)
        else { return nil }
        guard let authority = ControllerAuthority(text) else {
            // Not quoted: where the form is wrong, it may be a URL with a password in it.
            cursor.report("found something else, expected \(shape)")
            return nil
        }
        if case .required? = kind?.systemKey, system == nil, mapping.form.requiresSystem {
            return nil
        }
        let written = port ?? authority.port
        let unusual = written == kind?.usualPort ? nil : written
        return (BMCAddress(host: authority.host, port: unusual, system: system), cursor)
    }

    private func port() -> Int? {
        mapping.present("pm_port")?
            .looseInteger(in: 1...65535, expected: "a port between 1 and 65535")
    }

    private func system() -> String? {
        guard let key = kind?.systemKey else { return nil }
        let shape = "the system's name behind the address"
        var cursor = mapping.present(key.name)
        if case .required = key, mapping.form.requiresSystem {
            cursor = required(key.name, expected: shape)
        }
        return cursor?.looseText(expected: shape).map { String($0.drop { $0 == "/" }) }
    }

    /// A null says no more than a missing key.
    private func required(_ key: String, expected: String) -> InputCursor? {
        if let cursor = mapping.present(key) { return cursor }
        mapping.cursor.report("missing key '\(mapping.spelling(key))', expected \(expected)")
        return nil
    }
}
