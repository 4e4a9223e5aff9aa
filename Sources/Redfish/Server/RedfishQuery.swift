/// The parameters of a query that mean something.
struct RedfishQuery: Sendable {
    private(set) var top: Int?
    private(set) var skip = 0
    private(set) var select: [String] = []
    private(set) var expands = false
    private(set) var isOnly = false
    private(set) var filter: RedfishFilter?
    private var filterText: String?
    /// A parameter that only collections take, where there is one.
    private(set) var collectionOnly: String?

    init(_ parameters: [RequestTarget.Parameter]) throws(RedfishFault) {
        for parameter in parameters { try take(parameter) }
    }

    private mutating func take(_ parameter: RequestTarget.Parameter) throws(RedfishFault) {
        let (name, value) = (parameter.name, parameter.value)
        switch name {
        case "$top": top = try Self.count(value, name)
        case "$skip": skip = try Self.count(value, name)
        case "$select":
            select = value.split(separator: ",").map { String($0.split(separator: "/")[0]) }
            guard !select.isEmpty else { throw .queryValue(value, name) }
            return
        case "$expand":
            guard Self.isExpansion(value) else { throw .queryValue(value, name) }
            expands = true
            return
        case "$filter":
            guard let filter = RedfishFilter(value) else { throw .queryValue(value, name) }
            self.filter = filter
            filterText = value
        case "only":
            guard value.isEmpty else { throw .queryValue(value, name) }
            isOnly = true
        default:
            // Names without the sign that are unknown are passed over; others are not.
            if name.hasPrefix("$") { throw .unsupportedQuery(name) }
            return
        }
        collectionOnly = name
    }

    private static func count(_ value: String, _ name: String) throws(RedfishFault) -> Int {
        guard value.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(value) else {
            throw .queryValue(value, name)
        }
        return count
    }

    /// `.`, `*` or `~`, with one level at most.
    private static func isExpansion(_ value: String) -> Bool {
        [".", "*", "~"].contains { value == $0 || value == "\($0)($levels=1)" }
    }

    /// The address of the page after this one.
    func next(_ path: String, skip: Int, taken: Int) -> String {
        var parameters = ["$skip=\(skip)"]
        if let top { parameters.append("$top=\(top - taken)") }
        if expands { parameters.append("$expand=.") }
        if !select.isEmpty { parameters.append("$select=" + select.joined(separator: ",")) }
        if let filterText {
            parameters.append("$filter=" + RequestTarget.encoded(filterText))
        }
        return path + "?" + parameters.joined(separator: "&")
    }
}
