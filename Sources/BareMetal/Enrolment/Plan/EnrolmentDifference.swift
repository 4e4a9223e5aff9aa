import Hardware

/// What a description changes of a node. What it does not tell stays as it is; capabilities that
/// it tells replace all there were, as in TripleO.
struct EnrolmentDifference {
    private static let secret = "***"

    private let old: NodeDescription
    private let new: NodeDescription
    private(set) var changes: [EnrolmentChange] = []

    init(from old: NodeDescription, to new: NodeDescription) {
        self.old = old
        self.new = new
        identity()
        properties()
        settings()
        ports()
    }

    private mutating func identity() {
        if new.isNameChosen { note("name", old.name, new.name) }
        note("pm_type", old.driver, new.driver)
        note("pm_addr", old.bmc, new.bmc)
        note("pm_user", old.credentials.user, new.credentials.user)
        if old.credentials.password != new.credentials.password {
            add("pm_password", Self.secret, Self.secret)
        }
    }

    private mutating func properties() {
        note("cpu", old.processors, new.processors)
        note("memory", old.memory, new.memory)
        note("disk", old.disk, new.disk)
        note("arch", old.architecture, new.architecture)
        if !new.capabilities.isEmpty {
            func text(_ capabilities: [Capability]) -> String? {
                let words = capabilities.map(\.description).joined(separator: ",")
                return words.isEmpty ? nil : words
            }
            note("capabilities", text(old.capabilities), text(new.capabilities))
        }
        note("root_device", old.rootDevice, new.rootDevice)
        note("resource_class", old.resourceClass, new.resourceClass)
        note(
            "disable_power_off", old.offSwitch == .disabled,
            new.offSwitch.map { $0 == .disabled })
        let group = old.conductorGroup ?? .standard
        note("conductor_group", group == .standard ? nil : group, new.conductorGroup)
    }

    private mutating func settings() {
        guard let chosen = new.settings else { return }
        let former = old.settings ?? DriverSettings()
        note("kernel_id", former.kernel, chosen.kernel)
        note("ramdisk_id", former.ramdisk, chosen.ramdisk)
        note("platform", former.platform, chosen.platform)
        for (key, value) in chosen.interfaces.sorted(by: { $0.key < $1.key }) {
            note(key, former.interfaces[key], value)
        }
        for (key, value) in chosen.parameters.sorted(by: { $0.key < $1.key })
        where former.parameters[key] != value {
            let isSecret = DriverSettings.isSecret(key)
            let was = former.parameters[key].map { isSecret ? Self.secret : $0 }
            add(key, was, isSecret ? Self.secret : value)
        }
    }

    private mutating func ports() {
        for port in new.ports {
            let field = "ports[\(port.address)]"
            guard let former = old.ports.first(where: { $0.address == port.address }) else {
                add(field, nil, "a port")
                continue
            }
            note("\(field).physical_network", former.physicalNetwork, port.physicalNetwork)
            note(
                "\(field).local_link_connection", former.localLink?.words, port.localLink?.words)
            note("\(field).pxe_enabled", former.isPXEEnabled ?? true, port.isPXEEnabled)
            note("\(field).is_smartnic", former.isSmartNIC ?? false, port.isSmartNIC)
        }
    }

    private mutating func note<Value: Equatable & CustomStringConvertible>(
        _ field: String, _ old: Value?, _ new: Value?
    ) {
        guard let new, old != new else { return }
        add(field, old?.description, new.description)
    }

    private mutating func add(_ field: String, _ old: String?, _ new: String) {
        changes.append(EnrolmentChange(field: field, old: old, new: new))
    }
}

extension LocalLinkConnection {
    /// The connection in one line.
    fileprivate var words: String {
        let parts = [
            switchID.map { "switch_id \($0)" }, portID.map { "port_id \($0)" },
            switchInfo.map { "switch_info \($0)" }, hostname.map { "hostname \($0)" },
            networkType.map { "network_type \($0.rawValue)" },
        ]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }
}
