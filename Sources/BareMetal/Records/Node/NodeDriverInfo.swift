import Hardware

/// How a node's machine is reached, between Ironic's `driver_info` and what a ``Node`` keeps.
struct NodeDriverInfo: Hashable {
    private static let imageKeys = ["deploy_kernel", "deploy_ramdisk"]

    let driver: DriverName
    private(set) var host = ""
    private(set) var port: Int?
    private(set) var system: String?
    private(set) var user = ""
    private(set) var password = ""
    private(set) var kernel: String?
    private(set) var ramdisk: String?
    private(set) var parameters: [String: String] = [:]

    var bmc: BMCAddress { BMCAddress(host: host, port: port, system: system) }
    var credentials: BMCCredentials { BMCCredentials(user: user, password: password) }

    private var kind: ControllerKind? { ControllerKind.named(driver.text) }

    init(_ node: Node) {
        driver = node.driver
        (host, port, system) = (node.bmc.host, node.bmc.port, node.bmc.system)
        (user, password) = (node.credentials.user, node.credentials.password)
        (kernel, ramdisk) = (node.driverSettings?.kernel, node.driverSettings?.ramdisk)
        parameters = node.driverSettings?.parameters ?? [:]
    }

    /// Takes of an entry what it understands. What it does not is not refused: Ironic, too, finds
    /// out only when the node is verified.
    init(_ info: [String: JSONValue], for driver: DriverName) {
        self.driver = driver
        for (entry, value) in info.sorted(by: { $0.key < $1.key }) { read(entry, value) }
    }

    private mutating func read(_ entry: String, _ value: JSONValue) {
        switch (entry, value) {
        case ("deploy_kernel", .text(let text)): kernel = text
        case ("deploy_ramdisk", .text(let text)): ramdisk = text
        case _ where Self.imageKeys.contains(entry): return
        default:
            guard let kind else { return }
            if let key = kind.key(for: entry) {
                read(key, value, kind)
            } else if let text = value.text, kind.isParameter(entry) {
                parameters[entry] = text
            }
        }
    }

    private mutating func read(_ key: String, _ value: JSONValue, _ kind: ControllerKind) {
        switch key {
        case "pm_addr":
            guard let authority = value.text.flatMap(ControllerAuthority.init) else { return }
            host = authority.host
            port = port ?? authority.port
        case "pm_user": user = value.text ?? ""
        case "pm_password": password = value.text ?? ""
        case "pm_port":
            guard let number = value.integer ?? value.text.flatMap({ Int($0) }),
                (1...65535).contains(number), number != kind.usualPort
            else { return }
            port = number
        case kind.systemKey?.name:
            system = value.text.map { String($0.drop { $0 == "/" }) }
        default: return
        }
    }

    /// As Ironic has it, passwords and all.
    var body: [String: JSONValue] {
        var body = parameters.mapValues { JSONValue.text($0) }
        body["deploy_kernel"] = kernel.map { .text($0) }
        body["deploy_ramdisk"] = ramdisk.map { .text($0) }
        guard let kind else { return body }
        func put(_ key: String, _ value: JSONValue?) {
            if let value, value != "" { body[kind.entry(for: key)] = value }
        }
        put("pm_addr", .text(host))
        put("pm_user", .text(user))
        put("pm_password", .text(password))
        put("pm_port", port.map { .integer($0) })
        if let key = kind.systemKey { put(key.name, system.map { .text($0) }) }
        return body
    }

    /// As Ironic has it, in the words in which it was written where they still hold.
    func body(writtenAs written: [String: JSONValue]?) -> [String: JSONValue] {
        guard let written else { return body }
        let told = NodeDriverInfo(written, for: driver)
        return RecordSpelling.merge(body, told.body, written)
    }
}
