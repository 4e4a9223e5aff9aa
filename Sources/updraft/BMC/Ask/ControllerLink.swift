import ArgumentParser
import Fleet
import Hardware
import IPMI
import LiveWorld

/// All that a command may ask of a controller, whichever way it is reached.
typealias MachineController = BMC & ChassisControl & IndicatorControl

/// The way to controllers, for as long as a command needs it.
struct ControllerLink {
    /// IPMI's own port (IPMI 2.0, section 13.1.2).
    private static let port: UInt16 = 623

    private let ipmi: LiveIPMI
    private let options: ControllerOptions

    init(_ options: ControllerOptions) throws {
        self.options = options
        do throws(SocketError) { ipmi = try LiveIPMI() } catch {
            StandardError.print("\(error)")
            throw ExitStatus.unavailable
        }
    }

    /// The controller of a target.
    ///
    /// - Throws: where its name stands for no address.
    func controller(
        of target: ControllerTarget
    ) async throws(BMCError) -> any MachineController {
        IPMIController(over: try await way(to: target))
    }

    func way(to target: ControllerTarget) async throws(BMCError) -> LiveIPMIHost {
        let port = target.address.port.map { UInt16(clamping: $0) } ?? Self.port
        guard let place = HostResolver.resolve(target.address.host, port: port) else {
            throw .unknownController(target.address)
        }
        let credentials = target.credentials ?? BMCCredentials(user: "", password: "")
        let access = IPMIAccess(
            credentials, privilege: options.privilege,
            suites: options.cipherSuite.map { [$0] } ?? CipherSuite.preferred)
        return await ipmi.host(place, access)
    }

    func close() async { await ipmi.close() }
}
