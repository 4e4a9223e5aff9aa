import Documents

/// `request`: a document at an address, taken only where it is newer than the one before.
package struct RequestSource: MetadataSource {
    private let address: String?
    private let keys: [String]
    private let web: any WebTransport
    private var last: HTTPDate?

    package init(_ settings: CollectorSettings, over web: any WebTransport, keys: [String]) {
        address = settings["request", "metadata_url"]
        self.keys = keys
        self.web = web
    }

    package mutating func collect() async -> Collected {
        guard let address else { return .unconfigured("metadata_url") }
        do {
            let head = try await web.send(WebRequest("HEAD", address))
            let date = head["Last-Modified"].flatMap(HTTPDate.init)
            if let date, let last, date <= last {
                return .unavailable("it is not newer than what was collected")
            }
            let answer = try await web.demand(WebRequest("GET", address))
            last = date
            guard let value = try? DocumentValue(json: answer.text), value.map != nil else {
                return .unavailable("\(address): the answer is no map in JSON")
            }
            return .documents(
                CollectedDocument.exploded(
                    value, from: MetadataSourceName.request.rawValue, keys: keys))
        } catch {
            return .unavailable(error.description)
        }
    }
}
