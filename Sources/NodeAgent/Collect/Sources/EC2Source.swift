import Documents
import OrderedCollections

/// `ec2`: what a cloud tells of an instance. It never changes, so it is asked for once: from the
/// drive that came with the instance, or from an address that every instance can ask.
package struct EC2Source<System: NodeSystem>: MetadataSource {
    private static var usualAddress: String { "http://169.254.169.254/latest/meta-data" }
    /// Questions for one machine's metadata; a real one has some tens.
    private static var questionLimit: Int { 1_000 }

    private let system: System
    private let address: String
    private let cached: String
    private let web: any WebTransport

    /// - Parameter cached: the path of what was collected before.
    package init(
        on system: System, _ settings: CollectorSettings, over web: any WebTransport,
        cached: String
    ) {
        self.system = system
        address = settings["ec2", "metadata_url"] ?? Self.usualAddress
        self.cached = cached
        self.web = web
    }

    package func collect() async -> Collected {
        let name = MetadataSourceName.ec2.rawValue
        if let text = try? system.text(of: cached), let known = try? DocumentValue(json: text),
            known.isTrue
        {
            return .documents([CollectedDocument(name, known)])
        }
        if let told = await ConfigDrive(on: system).metadata(), told.isTrue {
            return .documents([CollectedDocument(name, told)])
        }
        var questions = Self.questionLimit
        do throws(WebError) {
            let found = try await fetch("\(address)/", &questions)
            return .documents([CollectedDocument(name, found)])
        } catch {
            return .unavailable(error.description)
        }
    }

    /// A text, or at an address that ends in a slash a map of all that it lists.
    private func fetch(
        _ address: String, _ questions: inout Int
    ) async throws(WebError) -> DocumentValue {
        questions -= 1
        guard questions >= 0 else {
            throw WebError("\(address): there is no end of metadata", isTransient: false)
        }
        let text = try await web.demand(WebRequest("GET", address)).text
        guard address.hasSuffix("/") else { return .string(text) }
        var entries: OrderedDictionary<String, DocumentValue> = [:]
        for line in text.split(separator: "\n") {
            // A key is listed with its number before it, and asked for by that.
            let key = line.firstIndex(of: "=").map { "\(line[..<$0])/" } ?? String(line)
            let name = key.hasSuffix("/") ? String(key.dropLast()) : key
            entries[name] = try await fetch(address + key, &questions)
        }
        return .map(entries)
    }
}
