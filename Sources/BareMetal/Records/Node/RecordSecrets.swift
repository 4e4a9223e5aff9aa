/// Keeps secrets out of answers, by the names under which they stand (Ironic masks what oslo.utils
/// takes for a secret).
enum RecordSecrets {
    private static let mask: JSONValue = "******"

    /// What a secret's name holds, in lower case.
    private static let words = [
        "adminpass", "admin_pass", "password", "new_pass", "secret", "sys_pswd", "token",
        "configdrive", "encrypted_key", "private_key", "passphrase", "fernetkey", "sslkey",
        "cephclusterfsid", "rabbitcookie", "keystonecredential", "swifthashsuffix",
        "migrationsshkey",
    ]

    /// What `driver_info` may tell.
    static func masked(driverInfo: [String: JSONValue]) -> [String: JSONValue] {
        var masked = masked(driverInfo)
        for key in ["snmp_auth_key", "snmp_priv_key"] where masked[key] != nil {
            masked[key] = mask
        }
        return masked
    }

    /// What `instance_info` may tell. An image's address may let anybody in who has it.
    static func masked(instanceInfo: [String: JSONValue]) -> [String: JSONValue] {
        var masked = masked(instanceInfo)
        for key in ["configdrive", "image_url"] where masked[key] != nil { masked[key] = mask }
        return masked
    }

    static func masked(_ object: [String: JSONValue]) -> [String: JSONValue] {
        var masked: [String: JSONValue] = [:]
        for (key, value) in object {
            masked[key] = masks(key) && value.object == nil ? mask : self.masked(value)
        }
        return masked
    }

    private static func masked(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let object): .object(masked(object))
        case .list(let list): .list(list.map { masked($0) })
        default: value
        }
    }

    private static func masks(_ key: String) -> Bool {
        let key = key.lowercased()
        return words.contains { key.contains($0) }
    }
}
