extension NetworkUse {
    /// What `internal_info` holds of VIFs.
    static func info(of vifs: [NetworkUse: VIF]) -> JSONValue {
        var info: [String: JSONValue] = [:]
        for use in allCases { if let vif = vifs[use] { info[use.key] = .text(vif.text) } }
        return .object(info)
    }

    static func vifs(in info: JSONValue?) -> [NetworkUse: VIF] {
        var vifs: [NetworkUse: VIF] = [:]
        for use in allCases { vifs[use] = info?[use.key]?.text.map { VIF($0) } }
        return vifs
    }
}
