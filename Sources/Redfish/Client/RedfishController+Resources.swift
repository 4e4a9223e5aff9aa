extension RedfishController {
    /// The members of a collection, over all its pages. They are links, or whole resources.
    func members(_ path: String) async throws(RedfishError) -> [JSON] {
        var (members, next, pages) = ([JSON](), path as String?, 0)
        while let page = next {
            let json = try await read(page)
            guard let list = json["Members"]?.list else {
                throw .malformed("the collection at \(path)")
            }
            members += list
            pages += 1
            next = json["Members@odata.nextLink"]?.text ?? json["@odata.nextLink"]?.text
            guard next != page, pages < RedfishClientLimits.pages,
                members.count < RedfishClientLimits.members
            else { break }
        }
        return members
    }

    /// The same, each read in full.
    func resources(_ path: String) async throws(RedfishError) -> [JSON] {
        var resources: [JSON] = []
        for member in try await members(path) { resources.append(try await resolved(member)) }
        return resources
    }

    /// What a link leads to; a whole resource is taken as it is.
    func resolved(_ link: JSON) async throws(RedfishError) -> JSON {
        guard link.object?.members.count == 1 else { return link }
        guard let path = link.path else { throw .malformed("a link") }
        return try await read(path)
    }

    /// The machine's system, found by its identifier, its address, or as the sole one.
    func system() async throws(RedfishError) -> JSON {
        let path: String
        if let known = systemPath { path = known } else { path = try await findSystem() }
        let system = try await read(path)
        systemPath = path
        return system
    }

    private func findSystem() async throws(RedfishError) -> String {
        // Inventories have addresses without their first slash too; identifiers have none at all.
        if let wanted = access.system, wanted.contains("/") {
            return wanted.hasPrefix("/") ? wanted : "/" + wanted
        }
        let root = try await read("/redfish/v1/")
        guard let list = root["Systems"]?.path else { throw .unsupported("systems") }
        let paths = try await members(list).compactMap(\.path)
        guard let wanted = access.system else {
            guard let only = paths.first, paths.count == 1 else {
                throw .unsupported("sole system: there are \(paths.count)")
            }
            return only
        }
        // Identifiers are the last part of the address by convention alone.
        if let path = paths.first(where: { $0.split(separator: "/").last == wanted[...] }) {
            return path
        }
        for path in paths where try await read(path)["Id"]?.text == wanted { return path }
        throw .unsupported("system \(wanted)")
    }

    /// The first of the resources that a system's `Links` name.
    func linked(_ name: String, of system: JSON) async throws(RedfishError) -> JSON {
        guard let link = system["Links"]?[name]?.list?.first, let path = link.path else {
            throw .unsupported(name)
        }
        return try await read(path)
    }

    /// Where an action is asked for; nil where the resource has none.
    static func target(_ action: String, of resource: JSON) -> String? {
        resource["Actions"]?["#\(action)"]?["target"]?.text
    }

    /// Asks for an action, and waits for it where it goes on as a task.
    func perform(
        _ action: String, of resource: JSON, _ parameters: JSON = [:]
    ) async throws(RedfishError) {
        guard let target = Self.target(action, of: resource) else { throw .unsupported(action) }
        try await finish(try await exchange(.post, target, parameters))
    }

    /// Waits for the work of an answer that says it was begun (DSP0266, task monitors).
    func finish(_ begun: RedfishResponse) async throws(RedfishError) {
        guard begun.status == 202 else { return }
        // Without a monitor there is nothing to wait for: what was asked was accepted.
        guard
            let monitor = begun.fields["Location"] ?? begun.json?["TaskMonitor"]?.text
                ?? begun.json?.path
        else { return }
        let path = Self.path(of: monitor)
        let end = CallEnd.moment ?? transport.now + RedfishClientLimits.task
        var answer = begun
        while answer.status == 202 {
            guard transport.now < end else { throw .taskTimeout }
            let named = answer.fields["Retry-After"].flatMap { Int($0) }.map(Duration.seconds)
            let pause = min(
                RedfishClientLimits.longestTaskInterval, named ?? RedfishClientLimits.taskInterval,
                end - transport.now)
            do throws(RedfishTransportError) { try await transport.pause(pause) } catch {
                throw .cancelled
            }
            answer = try await look(at: path)
            if try Self.isEnded(answer.json) { return }
        }
    }

    private func look(at path: String) async throws(RedfishError) -> RedfishResponse {
        do throws(RedfishError) { return try await exchange(.get, path) } catch {
            if case .refused(_, _, let text) = error, !error.isTransient {
                throw .taskFailed(text)
            }
            throw error
        }
    }

    /// Whether a task has ended; services that have no monitor show the task itself.
    private static func isEnded(_ task: JSON?) throws(RedfishError) -> Bool {
        switch task?["TaskState"]?.text {
        case "Completed": return true
        case "Exception", "Killed", "Cancelled", "Interrupted":
            let texts = task?["Messages"]?.list?.compactMap { $0["Message"]?.text } ?? []
            throw .taskFailed(texts.joined(separator: "; "))
        default: return false
        }
    }
}

extension JSON {
    /// Where a link leads.
    var path: String? { self["@odata.id"]?.text }
}
