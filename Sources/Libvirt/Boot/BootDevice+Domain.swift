import Hardware

extension BootDevice {
    /// How it is called where a domain's boot order names kinds (libvirt.org, "Domain XML format",
    /// BIOS bootloader); nil for what no order can name.
    var kind: String? {
        switch self {
        case .network: "network"
        case .disk: "hd"
        case .virtualMedia: "cdrom"
        case .setup: nil
        }
    }
}
