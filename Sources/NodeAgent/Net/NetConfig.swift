import Documents
public import OrderedCollections

/// os-net-config: makes a machine's network configuration of objects that say what it is to have.
public struct NetConfig<System: NodeSystem>: Sendable {
    private let system: System
    private let machine: NetworkDevices
    private let provider: NetworkProvider

    public init(on system: System, machine: NetworkDevices, provider: NetworkProvider) {
        self.system = system
        self.machine = machine
        self.provider = provider
    }

    /// The aliases that a mapping file gives to devices (`interface_mapping`).
    public static func mapping(
        of text: String
    ) throws(NetworkConfigError) -> OrderedDictionary<String, String> {
        let document = try Self.document(text)
        return document["interface_mapping"]?.map?.mapValues(\.text) ?? [:]
    }

    private static func document(_ text: String) throws(NetworkConfigError) -> DocumentValue {
        do { return try DocumentValue(yaml: text) } catch {
            throw NetworkConfigError("line \(error.line): \(error.message)")
        }
    }

    /// The objects of a configuration, in its order, physical functions with virtual ones first.
    private func objects(
        _ configuration: String, _ names: NICNames
    ) throws(NetworkConfigError) -> [NetworkObject] {
        guard let items = try Self.document(configuration)["network_config"]?.list else {
            throw NetworkConfigError("No interfaces defined in config")
        }
        let reading = NetworkReading(for: machine, names: names)
        var objects: [NetworkObject] = []
        for item in items {
            if let object = try reading.object(item) { objects.append(object) }
        }
        return objects.filter(\.hasPhysicalFunction) + objects.filter { !$0.hasPhysicalFunction }
    }

    /// The files that a configuration would change; Debian's one file whether it changes or not.
    public func preview(
        _ configuration: String, mapping: OrderedDictionary<String, String> = [:]
    ) throws(NetworkConfigError) -> [NetworkFile] {
        let names = try NICNames(mapping, of: machine)
        switch provider {
        case .eni:
            return [try interfaces(configuration, names)]
        case .ifcfg:
            return IfcfgChange(to: try scripts(configuration, names), old: old).files
        }
    }

    /// Writes what changes and has devices restarted or adjusted where that is asked for.
    /// - Returns: the files that were written.
    @discardableResult
    public func apply(
        _ configuration: String, mapping: OrderedDictionary<String, String> = [:],
        activation: NetworkActivation = .restart, unknown: UnknownDevices = .kept
    ) async throws(NetworkConfigError) -> [NetworkFile] {
        let names = try NICNames(mapping, of: machine)
        switch provider {
        case .eni: return try await apply(try interfaces(configuration, names), activation)
        case .ifcfg:
            let scripts = try scripts(configuration, names)
            if unknown == .removed { try await clean(scripts) }
            return try await apply(scripts, activation)
        }
    }

    private func old(_ path: String) -> String { (try? system.text(of: path)) ?? "" }

    private func write(_ file: NetworkFile) throws(NetworkConfigError) {
        do {
            try system.replace(file.path, with: FileContents(bytes: Array(file.text.utf8)))
        } catch { throw NetworkConfigError(error.description) }
    }

    /// - Returns: whether the command did what it was to.
    @discardableResult
    private func run(_ command: NodeCommand) async -> Bool {
        (try? await system.run(command))?.status == 0
    }

    // MARK: Debian

    private func interfaces(
        _ configuration: String, _ names: NICNames
    ) throws(NetworkConfigError) -> NetworkFile {
        var text = InterfacesText(for: machine, names: names)
        for object in try objects(configuration, names) { try text.add(object) }
        return NetworkFile(InterfacesText.path, text.text)
    }

    private func apply(
        _ file: NetworkFile, _ activation: NetworkActivation
    ) async throws(NetworkConfigError) -> [NetworkFile] {
        guard old(file.path) != file.text else { return [] }
        let names = file.text.split(separator: "\n").filter { $0.hasPrefix("iface ") }
            .compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) }
        let devices = Array(OrderedSet(names))
        if activation == .restart { for name in devices { await down(name) } }
        try write(file)
        if activation == .restart { try await up(devices) }
        return [file]
    }

    private func down(_ name: String) async {
        await run(NodeCommand("/sbin/ifdown", [name]))
    }

    /// All are tried before the first failure is told.
    private func up(_ names: [String]) async throws(NetworkConfigError) {
        var failed: [String] = []
        for name in names where !(await run(NodeCommand("/sbin/ifup", [name]))) {
            failed.append(name)
        }
        guard failed.isEmpty else {
            throw NetworkConfigError(
                "Failure(s) occurred when applying configuration: \(failed.joined(separator: ", "))"
            )
        }
    }

    // MARK: Red Hat

    private func scripts(
        _ configuration: String, _ names: NICNames
    ) throws(NetworkConfigError) -> IfcfgFiles {
        var files = IfcfgFiles(for: machine, names: names)
        for object in try objects(configuration, names) { try files.add(object) }
        return files
    }

    private func clean(_ scripts: IfcfgFiles) async throws(NetworkConfigError) {
        let (folder, prefix) = IfcfgFiles.cleaned
        let known = Set(scripts.devices.map(\.object.name) + ["lo"])
        let found = (try? system.names(in: folder)) ?? []
        for file in found where file.hasPrefix(prefix) {
            let name = String(file.dropFirst(prefix.count))
            guard !known.contains(name) else { continue }
            await down(name)
            do { try system.remove("\(folder)/\(file)") } catch {
                throw NetworkConfigError(error.description)
            }
        }
    }

    private func apply(
        _ scripts: IfcfgFiles, _ activation: NetworkActivation
    ) async throws(NetworkConfigError) -> [NetworkFile] {
        var change = IfcfgChange(to: scripts, old: old)
        if activation == .restart {
            for adjustment in change.adjustments where !(await adjust(adjustment)) {
                for name in [adjustment.name] + adjustment.children { change.restart(name) }
            }
            for group in [8, 9, 0, 1, 2, 7, 6, 5, 3, 4] {
                for name in change.restarted[group] ?? [] { await down(name) }
            }
            if change.files.contains(where: { $0.text.contains("OVSDPDK") }) {
                await run(NodeCommand("/usr/bin/systemctl", ["restart", "openvswitch"]))
            }
        }
        var written = change.files
        if !scripts.tables.isEmpty {
            let text = try RouteTables.text(scripts.tables, over: old(RouteTables.path))
            written.append(NetworkFile(RouteTables.path, text))
        }
        for file in written { try write(file) }
        for (file, service) in scripts.services where old(file.path) != file.text {
            try write(file)
            written.append(file)
            await run(NodeCommand("/usr/bin/systemctl", ["restart", service]))
        }
        if activation == .restart { try await raise(change, scripts) }
        return written
    }

    private func adjust(_ adjustment: IfcfgChange.Adjustment) async -> Bool {
        for command in adjustment.commands where !(await run(command)) { return false }
        return true
    }

    private func raise(
        _ change: IfcfgChange, _ scripts: IfcfgFiles
    ) async throws(NetworkConfigError) {
        let bonds = OrderedSet(change.restarted[6] ?? []).union(change.bondsOfRestarted)
        let first = [5, 3, 4, 0, 1, 2, 7].flatMap { change.restarted[$0] ?? [] }
        let last = [8, 9].flatMap { change.restarted[$0] ?? [] }
        try await up(first + bonds)
        for device in scripts.devices where device.object.kind == .ovsBond {
            guard let primary = device.object.primaryName else { continue }
            await run(
                NodeCommand(
                    "/bin/ovs-appctl", ["bond/set-active-slave", device.object.name, primary]))
        }
        try await up(last)
    }
}
