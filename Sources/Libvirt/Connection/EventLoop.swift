import CLibvirt
import Dispatch
import Glibc

/// The one thread on which libvirt tells what happens, whatever the number of connections.
enum EventLoop {
    /// After a failure, in microseconds: a failing loop does not take a processor.
    private static let rest: UInt32 = 10_000

    /// Begun once in a process, before its first connection: libvirt gives connections that were
    /// opened earlier no events.
    static let isRunning = begin()

    private static func begin() -> Bool {
        guard virInitialize() == 0, virEventRegisterDefaultImpl() == 0 else { return false }
        // What went wrong is thrown. By default libvirt also prints it.
        virSetErrorFunc(nil) { _, _ in }
        DispatchQueue(label: "libvirt events").async {
            while true {
                if virEventRunDefaultImpl() < 0 { usleep(rest) }
            }
        }
        return true
    }
}
