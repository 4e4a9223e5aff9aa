import Documents

/// A rule that says which table of routes holds for what.
struct NetworkRule: Sendable, Hashable {
    let rule: String
    let comment: String

    init(_ document: DocumentValue) throws(NetworkConfigError) {
        guard let rule = document["rule"], rule != .null else {
            throw NetworkConfigError("RouteRule JSON objects require 'rule' to be configured.")
        }
        self.rule = rule.text
        comment = document["comment"]?.text ?? ""
    }
}
