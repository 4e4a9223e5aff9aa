/// Where services of some makers want other requests than the schema lets expect. All quirks are
/// here, each with its reason.
enum RedfishQuirk: String, Sendable, Hashable, CaseIterable {
    /// The override's duration is sent also where it is in force already. Others refuse that
    /// (OpenStack story 2007355), these forget the override without it (story 2008547).
    case repeatsBootEnabled
    /// The boot mode is sent with every change of the boot device, or the controller falls back
    /// to its default (OpenStack story 2008712).
    case repeatsBootMode
    /// Virtual media show as a USB drive, so that a boot from them asks for `UsbCd` (SuperMicro
    /// X11 and X12; sushy's `resources/system/system.py`).
    case bootsMediaAsUsbCd

    /// Makers as `Manufacturer` of the system tells them, in small letters.
    private static let table: [(maker: String, quirks: [RedfishQuirk])] = [
        ("supermicro", [.repeatsBootEnabled, .repeatsBootMode, .bootsMediaAsUsbCd])
    ]

    /// The quirks of a maker.
    static func of(_ maker: String?) -> [RedfishQuirk] {
        let maker = maker?.lowercased()
        return table.first { $0.maker == maker }?.quirks ?? []
    }
}
