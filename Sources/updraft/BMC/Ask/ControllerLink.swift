import ArgumentParser
import Fleet
import Hardware
import IPMI
import LiveHTTP
import LiveWorld
import Redfish

/// All that a command may ask of a controller, whichever way it is reached.
typealias MachineController = BMC & ChassisControl & IndicatorControl

/// The way to controllers, for as long as a command needs it.
struct ControllerLink {
    /// IPMI's own port (IPMI 2.0, section 13.1.2).
    private static let port: UInt16 = 623

    private enum Way {
        case ipmi(LiveIPMI)
        case redfish(RedfishConnections)
        case libvirt(LibvirtLink)
    }

    private let connections: Way
    private let options: ControllerOptions

    init(_ options: ControllerOptions) throws {
        self.options = options
        do {
            connections =
                switch options.via {
                case .redfish: .redfish(try RedfishConnections(options.certificate.check))
                case .ipmi: .ipmi(try LiveIPMI())
                case .libvirt: .libvirt(LibvirtLink())
                }
        } catch {
            StandardError.print("\(error)")
            throw ExitStatus.unavailable
        }
    }

    /// Where tasks that ask much do best to run; nil where it is all the same.
    var executor: (any TaskExecutor)? {
        guard case .ipmi(let ipmi) = connections else { return nil }
        return ipmi.executor
    }

    /// The controller of a target.
    ///
    /// - Throws: where its name stands for no address.
    func controller(
        of target: ControllerTarget
    ) async throws(BMCError) -> any MachineController {
        switch connections {
        case .ipmi(let ipmi): IPMIController(over: try await way(to: target, ipmi))
        case .redfish(let connections): try controller(of: target, connections)
        case .libvirt(let libvirt): try await libvirt.controller(of: target)
        }
    }

    /// Sessions would fill the table of a service that stands in front of many machines, so that
    /// each request brings the password.
    private func controller(
        of target: ControllerTarget, _ connections: RedfishConnections
    ) throws(BMCError) -> RedfishController<RedfishConnection> {
        let address = target.address
        let host = address.host.contains(":") ? "[\(address.host)]" : address.host
        let place = address.port.map { "\(host):\($0)" } ?? host
        guard let origin = ServiceOrigin("\(options.certificate.scheme)://\(place)") else {
            throw .unknownController(address)
        }
        let access = RedfishAccess(
            Self.credentials(of: target), system: address.system, authentication: .basic)
        return RedfishController(over: connections.service(at: origin), access: access)
    }

    private static func credentials(of target: ControllerTarget) -> BMCCredentials {
        target.credentials ?? BMCCredentials(user: "", password: "")
    }

    /// Opens a machine's serial console.
    func console(
        of target: ControllerTarget, _ takeover: SerialLine.Takeover
    ) async throws(BMCError) -> SerialLine {
        switch connections {
        case .ipmi(let ipmi):
            let way = try await way(to: target, ipmi)
            do throws(IPMIError) {
                let console = try await LiveConsole.open(
                    way, takeover: takeover == .yes ? .yes : .no)
                return SerialLine(
                    output: console.output, type: { await console.type($0) },
                    close: { await console.close() })
            } catch {
                throw error.asBMCError
            }
        case .redfish: throw .refused("Redfish leads to no console; IPMI and libvirt do")
        case .libvirt(let libvirt): return try await libvirt.console(of: target, takeover)
        }
    }

    private func way(
        to target: ControllerTarget, _ ipmi: LiveIPMI
    ) async throws(BMCError) -> LiveIPMIHost {
        let port = target.address.port.map { UInt16(clamping: $0) } ?? Self.port
        guard let place = await place(target.address.host, port) else {
            throw .unknownController(target.address)
        }
        let access = IPMIAccess(
            Self.credentials(of: target), privilege: options.privilege,
            controllerKey: options.kg,
            suites: options.cipherSuite.map { [$0] } ?? CipherSuite.preferred,
            version: options.ipmiVersion)
        return await ipmi.host(place, access)
    }

    /// Name services take their time, and other controllers' answers are not to wait for them.
    private func place(_ host: String, _ port: UInt16) async -> DatagramPeer? {
        if let place = HostResolver.literal(host, port: port) { return place }
        return await withTaskExecutorPreference(globalConcurrentExecutor) {
            HostResolver.resolve(host, port: port)
        }
    }

    func close() async {
        switch connections {
        case .ipmi(let ipmi): await ipmi.close()
        case .redfish(let connections): await connections.close()
        case .libvirt(let libvirt): await libvirt.close()
        }
    }
}
