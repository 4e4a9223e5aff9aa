import CLibvirt

@testable import Libvirt

extension LibvirtController {
    /// Resets the machine past its controller, as its guest does when it restarts.
    func restartGuest() async throws {
        let status = try await ask { virDomainReset($0, 0) }
        precondition(status == 0, "A running domain of QEMU can be reset.")
    }
}
