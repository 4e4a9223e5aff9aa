import Documents

/// os-apply-config: makes configuration files of templates and metadata.
///
/// All templates are rendered before anything is written. A template that may be run is a program
/// that gets the metadata as JSON and says what the file is to be.
public struct ApplyConfig<System: NodeSystem>: Sendable {
    /// Where templates are looked for, and where files go, without word of something else.
    /// Source: os-apply-config 14.1.0.
    public static var defaultTemplates: String { "/usr/libexec/os-apply-config/templates" }

    private let system: System
    private let templates: String

    /// - Parameter templates: the root of the tree of templates; a file's path below it is the
    ///   path of the file it makes.
    public init(on system: System, templates: String) {
        self.system = system
        self.templates = templates.hasSuffix("/") ? String(templates.dropLast()) : templates
    }

    /// Renders all templates and writes what came of them below `output`.
    /// - Returns: the paths that were written or removed, in order.
    @discardableResult
    public func install(
        _ metadata: NodeMetadata, to output: String
    ) async throws(ApplyConfigError) -> [String] {
        let root = output.hasSuffix("/") ? String(output.dropLast()) : output
        var paths: [String] = []
        for file in try await rendered(metadata) {
            let path = "\(root)/\(file.path)"
            if try write(file, to: path) { paths.append(path) }
        }
        return paths
    }

    /// Renders all templates and writes nothing.
    public func validate(_ metadata: NodeMetadata) async throws(ApplyConfigError) {
        _ = try await rendered(metadata)
    }

    func rendered(_ metadata: NodeMetadata) async throws(ApplyConfigError) -> [AppliedFile] {
        var files: [AppliedFile] = []
        for path in try paths(below: "") {
            let template = "\(templates)/\(path)"
            let body = try await self.body(of: template, metadata.values)
            do throws(ApplyConfigError) {
                let control = try control(of: template)
                files.append(AppliedFile(path: path, body: body, control: control))
            } catch { throw ApplyConfigError("\(error.description): \(template)") }
        }
        return files
    }

    private func paths(below folder: String) throws(ApplyConfigError) -> [String] {
        var files: [String] = []
        var folders: [String] = []
        for name in try asked(try system.names(in: "\(templates)/\(folder)")) ?? [] {
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            let status = try asked(try system.status(of: "\(templates)/\(path)"))
            switch status?.kind {
            case .folder: folders.append(path)
            case .file where !name.hasSuffix(ControlFile.suffix): files.append(path)
            default: break
            }
        }
        for folder in folders { files += try paths(below: folder) }
        return files
    }

    private func asked<Answer>(
        _ answer: @autoclosure () throws(NodeSystemError) -> Answer
    ) throws(ApplyConfigError) -> Answer {
        do { return try answer() } catch { throw ApplyConfigError(error.description) }
    }

    private func control(of template: String) throws(ApplyConfigError) -> ControlFile {
        let path = template + ControlFile.suffix
        guard let text = try asked(try system.text(of: path)) else { return ControlFile() }
        let document: DocumentValue
        do { document = try DocumentValue(yaml: text) } catch {
            throw ApplyConfigError("\(path) is not YAML: \(error.message)")
        }
        return try ControlFile(document, on: system)
    }

    // MARK: Rendering

    private func body(
        of template: String, _ values: DocumentValue
    ) async throws(ApplyConfigError) -> [UInt8] {
        let status = try asked(try system.status(of: template))
        if status?.isExecutable == true { return try await said(by: template, values) }
        let text = try asked(try system.text(of: template)) ?? ""
        do throws(MustacheError) {
            var rendering = MustacheRendering(values) { [system] name in
                (try? system.text(of: "\(name).mustache")) ?? nil
            }
            return Array(try rendering.text(of: MustacheTemplate(text)).utf8)
        } catch {
            throw ApplyConfigError(
                "could not render moustache template \(template): \(error.description)")
        }
    }

    private func said(
        by program: String, _ values: DocumentValue
    ) async throws(ApplyConfigError) -> [UInt8] {
        let command = NodeCommand(program, input: Array(values.json.utf8))
        let result: CommandResult
        do { result = try await system.run(command) } catch {
            throw ApplyConfigError(error.description)
        }
        guard result.status == 0 else {
            let said = String(decoding: result.output + result.errors, as: UTF8.self)
            throw ApplyConfigError(
                "config script failed: \(program)\n\nwith output:\n\n\(said)")
        }
        return result.output
    }

    // MARK: Writing

    /// - Returns: whether there was something to do.
    private func write(_ file: AppliedFile, to path: String) throws(ApplyConfigError) -> Bool {
        let status = try asked(try system.status(of: path))
        if file.body.isEmpty, !file.control.allowsEmpty {
            guard status != nil else { return false }
            try asked(try system.remove(path))
            return true
        }
        // As upstream, which takes a mode of zero for none.
        let mode = file.control.mode == 0 ? nil : file.control.mode
        let contents = FileContents(
            bytes: file.body, mode: mode ?? status?.mode ?? 0o644,
            owner: file.control.owner ?? status?.owner, group: file.control.group ?? status?.group)
        try asked(try system.replace(path, with: contents))
        return true
    }
}
