import Fleet
import Hardware

#if LIBVIRT
    import Libvirt
#endif

/// The way to hypervisors, for as long as a command needs them; in a program that was built where
/// libvirt was not, the reason why there is none.
actor LibvirtLink {
    #if LIBVIRT
        private var hypervisors: [Hypervisor] = []

        init() {}

        func controller(of target: ControllerTarget) throws(BMCError) -> LibvirtController {
            guard let name = target.address.system else { throw .unknownController(target.address) }
            return try hypervisor(at: target.address.host).controller(of: DomainName(name))
        }

        /// The names of all domains there are.
        func domains(at uri: String) async throws(BMCError) -> [String] {
            let hypervisor = try hypervisor(at: uri)
            do throws(LibvirtError) { return try await hypervisor.domains().map(\.text) } catch {
                throw error.asBMCError
            }
        }

        func console(
            of target: ControllerTarget, _ takeover: SerialLine.Takeover
        ) async throws(BMCError) -> SerialLine {
            let controller = try controller(of: target)
            do throws(LibvirtError) {
                let console = try await DomainConsole.open(
                    controller, takeover: takeover == .yes ? .yes : .no)
                return SerialLine(
                    output: console.output, type: { console.type($0) },
                    close: { await console.close() })
            } catch {
                throw error.asBMCError
            }
        }

        /// A picture of the machine's screen, and how files of its form are named.
        func screenshot(
            of target: ControllerTarget
        ) async throws(BMCError) -> (bytes: [UInt8], suffix: String) {
            let controller = try controller(of: target)
            do throws(LibvirtError) {
                let picture = try await controller.screenshot()
                return (picture.bytes, picture.mediaType == "image/png" ? "png" : "ppm")
            } catch {
                throw error.asBMCError
            }
        }

        func hypervisor(at uri: String) throws(BMCError) -> Hypervisor {
            if let known = hypervisors.first(where: { $0.uri.text == uri }) { return known }
            do throws(LibvirtURI.Problem) {
                let hypervisor = Hypervisor(try LibvirtURI(uri))
                hypervisors.append(hypervisor)
                return hypervisor
            } catch {
                throw .refused(error.description)
            }
        }

        func close() async {
            for hypervisor in hypervisors { await hypervisor.close() }
        }

        /// Why a hypervisor's URI is none; nil where it is one.
        static func problem(_ uri: String) -> String? {
            do throws(LibvirtURI.Problem) {
                _ = try LibvirtURI(uri)
                return nil
            } catch {
                return error.description
            }
        }
    #else
        static let absence =
            "This updraft was built without libvirt: install libvirt-dev and build it with "
            + "UPDRAFT_LIBVIRT=1."

        func controller(of target: ControllerTarget) throws(BMCError) -> any MachineController {
            throw .refused(Self.absence)
        }

        func domains(at uri: String) throws(BMCError) -> [String] { throw .refused(Self.absence) }

        func console(
            of target: ControllerTarget, _ takeover: SerialLine.Takeover
        ) throws(BMCError) -> SerialLine {
            throw .refused(Self.absence)
        }

        func screenshot(
            of target: ControllerTarget
        ) throws(BMCError) -> (bytes: [UInt8], suffix: String) {
            throw .refused(Self.absence)
        }

        func close() {}

        static func problem(_ uri: String) -> String? { absence }
    #endif
}
