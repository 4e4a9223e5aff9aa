import BareMetal
import Hardware

/// Reads what an operator says of disks in Ironic's own words.
enum RAIDTargetReader {
    /// A `target_raid_config`.
    static func target(_ cursor: InputCursor) -> RAIDConfiguration? {
        guard let json = cursor.json else { return nil }
        do throws(RAIDRefusal) { return try RAIDConfiguration(json) } catch {
            cursor.report("found no RAID configuration, expected one: \(error)")
            return nil
        }
    }

    /// `skip_block_devices`.
    static func skipped(_ cursor: InputCursor) -> SkippedDevices? {
        let shape = "a list of hints for disks, or of mappings with a volume_name"
        guard let entries = cursor.json?.list, let skipped = SkippedDevices(list: entries) else {
            cursor.reportMismatch(expected: shape)
            return nil
        }
        return skipped
    }
}
