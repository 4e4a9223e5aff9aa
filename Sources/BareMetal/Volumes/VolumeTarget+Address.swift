public import Hardware
import World

extension VolumeTarget {
    /// Where an initiator finds the volume, as the volume service said it: `target_portal`,
    /// `target_iqn` and `target_lun`.
    ///
    /// - Returns: nil where it is no iSCSI volume or something is missing.
    public var address: SANTarget? {
        guard volumeType == "iscsi", let portal = properties["target_portal"]?.text,
            let name = properties["target_iqn"]?.text
        else { return nil }
        return SANTarget(portal: portal, name: name, lun: properties["target_lun"]?.integer ?? 0)
    }
}
