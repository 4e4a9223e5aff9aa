import Documents
import OrderedCollections

/// `20-os-net-config`: configures the network, where the metadata say how, and sees whether the
/// service that metadata come from still answers. Where anything fails the machine asks for
/// addresses on every device that has a link, so that it can be told something better.
package struct NetConfigScript: RefreshScript {
    /// Tries to reach the service (tripleo-image-elements).
    private static let pings = 10
    private static let configuration = "/etc/os-net-config/element_config.json"
    private static let defaults = "/etc/os-net-config/dhcp_all_interfaces.yaml"
    /// Which keys may tell where metadata come from.
    private static let services = [
        "os-collect-config.cfn.metadata_url", "os-collect-config.heat.auth_url",
        "os-collect-config.request.metadata_url", "os-collect-config.zaqar.auth_url",
    ]

    package let phase = RefreshPhase.configure
    package let name = "20-os-net-config"

    private let files: [String]

    package init(files: [String]) { self.files = files }

    package func run(on system: some NodeSystem) async throws(NodeSystemError) -> ScriptEnd {
        do {
            let metadata = try NodeMetadata(files: files, on: system)
            guard metadata.value(of: "os_net_config")?.isTrue == true else {
                return .success
            }
            let text = try system.text(of: Self.configuration) ?? ""
            do {
                let changed = try await apply(text, on: system, .kept)
                if !changed.isEmpty { try await checkService(metadata, on: system) }
                return .success
            } catch {
                try await setDefaults(metadata, on: system)
                throw error
            }
        } catch let error as NodeSystemError {
            throw error
        } catch {
            return ScriptEnd(status: 1, said: "\(error)\n")
        }
    }

    private func apply(
        _ text: String, on system: some NodeSystem, _ unknown: UnknownDevices
    ) async throws -> [NetworkFile] {
        let isRedHat = try system.status(of: "/etc/sysconfig/network-scripts") != nil
        let net = NetConfig(
            on: system, machine: try NetworkDevices(of: system),
            provider: isRedHat ? .ifcfg : .eni)
        let aliases = try system.text(of: "/etc/os-net-config/mapping.yaml")
        let mapping = try aliases.map { try type(of: net).mapping(of: $0) } ?? [:]
        return try await net.apply(text, mapping: mapping, unknown: unknown)
    }

    private func checkService(
        _ metadata: NodeMetadata, on system: some NodeSystem
    ) async throws {
        let addresses = Self.services.compactMap { metadata.value(of: $0)?.text }
        guard let host = addresses.lazy.compactMap(Self.host(of:)).first else { return }
        for _ in 0..<Self.pings {
            let ping = NodeCommand("ping", ["-c", "1", host])
            if try await system.run(ping).status == 0 { return }
        }
        throw NetworkConfigError("\(host) is not pingable.")
    }

    private static func host(of address: String) -> String? {
        guard let mark = address.firstRange(of: "://") else { return nil }
        let host = address[mark.upperBound...].prefix { $0 != ":" && $0 != "/" }
        return host.isEmpty ? nil : String(host)
    }

    private func setDefaults(
        _ metadata: NodeMetadata, on system: some NodeSystem
    ) async throws {
        var text =
            "# Safe defaults, written where the network's own configuration failed: every device\n"
            + "# with a link asks for an address.\nnetwork_config:\n"
        for name in try system.names(in: "/sys/class/net") ?? [] where name != "lo" {
            let folder = "/sys/class/net/\(name)"
            // An address that was made up is none of hardware's.
            guard try system.text(of: "\(folder)/addr_assign_type")?.hasPrefix("0") == true,
                try system.text(of: "\(folder)/carrier")?.hasPrefix("1") == true
            else { continue }
            text += "  -\n    type: interface\n    name: \(name)\n    use_dhcp: true\n"
        }
        try system.replace(Self.defaults, with: FileContents(bytes: Array(text.utf8)))
        _ = try await apply(text, on: system, .removed)
    }
}
