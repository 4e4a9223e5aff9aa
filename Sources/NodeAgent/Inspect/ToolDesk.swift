import Facts

/// Asks a machine's files and tools, and notes what could not be found out.
struct ToolDesk<System: NodeSystem> {
    let system: System
    private(set) var remarks: [String] = []
    /// What the last tool that was asked complained of; nil where it did not.
    private(set) var complaint: String?

    init(_ system: System) { self.system = system }

    mutating func note(_ remark: String) {
        if !remarks.contains(remark) { remarks.append(remark) }
    }

    /// Takes what a reader found, or notes why it found nothing.
    mutating func read(_ body: () throws(FactDocumentError) -> [Fact]) -> [Fact] {
        do { return try body() } catch {
            note("what \(error.origin) says is not understood: \(error.description)")
            return []
        }
    }

    /// What a tool says; nil where it is not installed, fails or takes too long.
    ///
    /// - Throws: once the work is stopped.
    mutating func text(
        _ tool: String, _ arguments: [String] = [], limit: Duration = InspectLimits.answer
    ) async throws(NodeSystemError) -> String? {
        let command = NodeCommand(
            tool, arguments, environment: [EnvironmentEntry("LC_ALL", "C.UTF-8")], limit: limit)
        let result: CommandResult
        do throws(NodeSystemError) { result = try await system.run(command) } catch {
            if Task.isCancelled { throw .stopped }
            complaint = error.description
            note("not asked: \(error.description)")
            return nil
        }
        if Task.isCancelled { throw .stopped }
        complaint = result.errors.isEmpty ? nil : Self.firstLine(result.errors)
        let output = String(decoding: result.output, as: UTF8.self)
        guard result.status == 0 || !output.isEmpty else {
            note("\(tool) failed with status \(result.status): \(complaint ?? "it said nothing")")
            return nil
        }
        return output
    }

    static func firstLine(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return String(text.split(whereSeparator: \.isNewline).first ?? "it said nothing")
    }

    /// Whether a tool is in one of the folders where systems keep them.
    func has(_ tool: String) -> Bool {
        InspectLimits.folders.contains { folder in
            ((try? system.status(of: "\(folder)/\(tool)")) ?? nil)?.isExecutable == true
        }
    }

    // MARK: Files

    /// A file of one value; nil where there is none or nothing in it. The kernel refuses to tell
    /// some of them, such as the speed of a link that is down.
    func value(_ path: String) -> String? {
        guard let text = try? system.text(of: path) else { return nil }
        let line = text.prefix { $0 != "\n" }
        let bare = line.drop(while: \.isWhitespace)
        let value = String(bare.reversed().drop(while: \.isWhitespace).reversed())
        return value.isEmpty ? nil : value
    }

    func text(of path: String) -> String { ((try? system.text(of: path)) ?? nil) ?? "" }

    func names(in folder: String) -> [String] { ((try? system.names(in: folder)) ?? nil) ?? [] }

    func exists(_ path: String) -> Bool { ((try? system.status(of: path)) ?? nil) != nil }

    /// The last name of where a link points.
    func linked(_ path: String) -> String? {
        let target = (try? system.target(of: path)) ?? nil
        return target?.split(separator: "/").last.map(String.init)
    }
}
