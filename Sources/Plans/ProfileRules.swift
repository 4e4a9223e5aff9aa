/// Who is given which profile by what was found out of the machines: edeploy's `state` and
/// specifications.
public struct ProfileRules: Sendable, Hashable, Codable {
    public enum Method: String, Sendable, Hashable, Codable, CaseIterable {
        /// As many machines as can be served.
        case optimal
        /// Machines in their order take the first profile that is left, as in edeploy.
        case reference
    }

    public var method: Method
    /// Texts by file name: `state`, `<profile>.specs`, `<profile>.cmdb`.
    public var files: [String: String]

    public init(method: Method = .optimal, files: [String: String]) {
        self.method = method
        self.files = files
    }
}
