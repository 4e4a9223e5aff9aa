import CLibvirt
import Synchronization

/// One open connection. libvirt lets any number of threads use it at once.
final class ConnectionHandle: @unchecked Sendable {
    let pointer: virConnectPtr
    private let lane: CallThreads.Lane
    private let threads: CallThreads
    let listeners = Listeners()

    /// Opens it, which blocks.
    init(
        _ uri: LibvirtURI, _ threads: CallThreads, _ lane: CallThreads.Lane
    ) throws(LibvirtError) {
        if let problem = libvirtProblem() {
            throw .unfit("libvirt cannot be called: \(String(cString: problem))")
        }
        guard EventLoop.isRunning, let pointer = virConnectOpen(uri.unattended) else {
            throw .last()
        }
        self.pointer = pointer
        self.lane = lane
        self.threads = threads
        // Hypervisors of this process have neither, and are not lost either.
        virConnectSetKeepAlive(
            pointer, LibvirtLimits.keepAliveInterval, LibvirtLimits.keepAliveCount)
        let status = virConnectRegisterCloseCallback(
            pointer,
            { _, _, box in
                guard let box else { return }
                Unmanaged<Listeners>.fromOpaque(box).takeUnretainedValue().close()
            },
            Unmanaged.passRetained(listeners).toOpaque(), ConnectionHandle.release)
        if status < 0 { Unmanaged.passUnretained(listeners).release() }
        virResetLastError()
    }

    /// Gives back what was retained for libvirt.
    static let release: virFreeCallback = { box in
        guard let box else { return }
        Unmanaged<AnyObject>.fromOpaque(box).release()
    }

    /// Blocks where the other side is another host.
    var isAlive: Bool { virConnectIsAlive(pointer) == 1 }

    deinit {
        let pointer = Pointer(value: pointer)
        threads.runLater(lane) {
            virConnectUnregisterCloseCallback(pointer.value, nil)
            virConnectClose(pointer.value)
        }
    }

    private struct Pointer: @unchecked Sendable {
        let value: virConnectPtr
    }
}
