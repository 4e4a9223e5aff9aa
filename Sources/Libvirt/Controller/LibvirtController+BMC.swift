import CLibvirt
import Documents
public import Hardware

extension LibvirtController: BMC {
    /// What the domain's description says of it (`sysinfo`), else its hypervisor, its machine type
    /// and its UUID, as guests find them in their own tables.
    public func identity() async throws(BMCError) -> BMCIdentity {
        try await ask { domain throws(LibvirtError) in
            let description = try Self.description(of: domain, VIR_DOMAIN_XML_INACTIVE)
            let type = description.child("os")?.child("type")
            return BMCIdentity(
                manufacturer: Self.told("manufacturer", description)
                    ?? description[attribute: "type"] ?? "",
                product: Self.told("product", description) ?? type?[attribute: "machine"]
                    ?? type?.content ?? "",
                serialNumber: Self.told("serial", description)
                    ?? description.child("uuid")?.content ?? "")
        }
    }

    private static func told(_ entry: String, _ description: XMLElement) -> String? {
        description.child("sysinfo")?.child("system")?.children(named: "entry")
            .first { $0[attribute: "name"] == entry }?.content
    }
}

/// What hypervisors have none of.
extension LibvirtController: HealthReporting {
    /// - Throws: always: no sensor is behind a domain.
    public func sensors() async throws(BMCError) -> [SensorReading] {
        throw .refused("domains have no sensors")
    }

    /// - Throws: always.
    public func eventLog() async throws(BMCError) -> [EventLogEntry] { throw Self.noLog }

    /// - Throws: always.
    public func clearEventLog() async throws(BMCError) { throw Self.noLog }

    private static var noLog: BMCError { .refused("domains have no system event log") }
}

extension LibvirtController: IndicatorControl {
    /// - Throws: always: nobody walks past a domain.
    public func indicator() async throws(BMCError) -> IndicatorState { throw Self.noLight }

    /// - Throws: always.
    public func setIndicator(_ state: IndicatorState) async throws(BMCError) {
        throw Self.noLight
    }

    private static var noLight: BMCError { .refused("domains have no identify light") }

    public func injectNMI() async throws(BMCError) { try await perform(.diagnosticInterrupt) }
}
