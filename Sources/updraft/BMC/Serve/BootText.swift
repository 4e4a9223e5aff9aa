import Hardware
import World

/// What a machine writes to its serial console when something happens to it.
enum BootText {
    /// Nil for what leaves no trace there.
    static func line(of event: MachineEvent) -> String? {
        switch event {
        case .power(_, .on): "\r\nSimulated BIOS. Power-on self test, initializing memory...\r\n"
        case .bootedDisk(_, let disk, _, _):
            "Booting from \(disk)\r\nStarting the operating system\r\n\r\nlogin: "
        case .bootedRamdisk: "Booting from the network\r\nStarting the ramdisk\r\n"
        case .bootFailed(_, let reason): "Nothing to boot from: \(reason)\r\n"
        case .crashed(_, let reason): "\r\nKernel panic: \(reason)\r\n"
        default: nil
        }
    }
}
