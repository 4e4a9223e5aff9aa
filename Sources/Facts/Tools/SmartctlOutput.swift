/// What `smartctl -a` says of a disk.
public enum SmartctlOutput {
    /// Chooses by what the disk speaks. Of a disk without SMART, who made it at most.
    public static func facts(_ text: String, disk: String) -> [Fact] {
        let lines = ToolText.lines(text).map { ToolText.trimmed($0) }
        for (index, line) in lines.enumerated() {
            if line.contains("INQUIRY failed") { return [] }
            if line.contains("(NVMe Log") { return nvme(text, disk: disk) }
            if line.hasPrefix("ID#") { return ata(text, disk: disk) }
            if lacksSMART(line) {
                return scsi(lines[..<index].joined(separator: "\n"), disk: disk)
            }
            if line.hasPrefix("Device supports SMART and is Enabled")
                || line.hasPrefix("SMART Health Status:")
            {
                return scsi(text, disk: disk)
            }
        }
        return []
    }

    private static func lacksSMART(_ line: String) -> Bool {
        line.hasPrefix("Device does not support SMART")
            || line.contains("Unavailable - device lacks SMART capability.")
    }

    /// The driver by which smartctl reaches the disks behind an array that has no SMART of its own;
    /// nil for other disks.
    ///
    /// - Parameter facts: of the array.
    public static func driverBehind(_ facts: [Fact]) -> String? {
        guard !facts.contains(where: { $0.key == "SMART/health" }) else { return nil }
        func value(_ key: String) -> String { facts.first { $0.key == key }?.value ?? "" }
        switch value("SMART/vendor") {
        case "DELL" where value("SMART/product").contains("PERC"): return "megaraid"
        case "HP" where value("SMART/product").contains("LOGICAL VOLUME"): return "cciss"
        default: return nil
        }
    }

    // MARK: ATA

    private static let ataFields = [
        ("Device Model:", "device_model"), ("Serial Number:", "serial_number"),
        ("Firmware Version:", "firmware_version"), ("Rotation Rate:", "rotation_rate"),
    ]

    /// The disk, and each attribute's value, worst, threshold, failure and raw value.
    public static func ata(_ text: String, disk: String) -> [Fact] {
        var (facts, isInTable): ([Fact], Bool) = ([], false)
        for line in ToolText.lines(text).map({ ToolText.trimmed($0) }) {
            if isInTable {
                guard !line.isEmpty else { break }
                facts += attribute(line, disk)
            } else if line.hasPrefix("ID#") {
                isInTable = true
            } else {
                facts += ataFields.flatMap { field($0.0, $0.1, line, disk) }
            }
        }
        return facts
    }

    private static func attribute(_ line: String, _ disk: String) -> [Fact] {
        let words = ToolText.words(line)
        guard words.count >= 10, Int(words[0]) != nil else { return [] }
        let name = "SMART/\(words[1])(\(words[0]))"
        // The reference puts a space before the raw value.
        let raw = words[9...].map { " \($0)" }.joined()
        let failed = words[8] == "-" ? "NEVER" : words[8]
        let values = [
            ("value", words[3]), ("worst", words[4]), ("thresh", words[5]),
            ("when_failed", failed), ("raw", raw),
        ]
        return values.map { Fact("disk", disk, "\(name)/\($0.0)", $0.1) }
    }

    // MARK: SCSI

    private static let scsiFields = [
        ("Vendor:", "vendor"), ("Product:", "product"),
        ("Serial number:", "serial_number"), ("SMART Health Status:", "health"),
        (
            "Specified cycle count over device lifetime:",
            "specified_start_stop_cycle_count_over_lifetime"
        ), ("Accumulated start-stop cycles:", "start_stop_cycle_count"),
        (
            "Specified load-unload count over device lifetime:",
            "specified_load_count_over_lifetime"
        ), ("Accumulated load-unload cycles:", "load_count"),
        ("number of hours powered up =", "power_on_hours"),
        ("Blocks sent to initiator =", "blocks_sent"),
        ("Blocks received from initiator =", "blocks_received"),
        ("Blocks read from cache and sent to initiator =", "blocks_read_from_cache"),
        ("Non-medium error count:", "non_medium_errors_count"),
        ("Current Drive Temperature:", "current_drive_temperature"),
        ("Drive Trip Temperature:", "drive_trip_temperature"),
        ("Manufactured in ", "manufacture_date"), ("Rotation Rate", "rotation_rate"),
    ]

    /// The disk, its counters, and the errors of each kind of work.
    public static func scsi(_ text: String, disk: String) -> [Fact] {
        ToolText.lines(text).map { ToolText.trimmed($0) }.flatMap { line -> [Fact] in
            let fields = scsiFields.flatMap { field($0.0, $0.1, line, disk) }
            let errors = ["read", "write", "verify"].filter { line.hasPrefix("\($0):") }
            return fields + errors.flatMap { errorLog($0, line, disk) }
        }
    }

    private static func errorLog(_ work: String, _ line: String, _ disk: String) -> [Fact] {
        let words = ToolText.words(line)
        guard words.count > 7 else { return [] }
        let values = [
            ("total_corrected_errors", words[4]), ("gigabytes_processed", words[6]),
            ("total_uncorrected_errors", words[7]),
        ]
        return values.map { Fact("disk", disk, "SMART/\(work)_\($0.0)", $0.1) }
    }

    // MARK: NVMe

    private static let nvmeFields = [
        ("Model Number:", "model_number"), ("Serial Number:", "serial_number"),
        ("Firmware Version:", "firmware_version"), ("Total NVM Capacity:", "total_nvm_capacity"),
        ("Warning  Comp. Temp. Threshold:", "warning_temp_threshold"),
        ("Critical Comp. Temp. Threshold:", "critical_temp_threshold"),
        ("Critical Warning:", "critical_warning"), ("Temperature:", "temperature"),
        ("Power Cycles:", "power_cycles"), ("Power On Hours:", "power_on_hours"),
        ("Unsafe Shutdowns:", "unsafe_shutdowns"),
        ("Media and Data Integrity Errors:", "media_data_integrity_errors"),
        ("Error Information Log Entries:", "error_information_log_entries"),
    ]

    /// The disk and its health information.
    public static func nvme(_ text: String, disk: String) -> [Fact] {
        ToolText.lines(text).map { ToolText.trimmed($0) }.flatMap { line in
            nvmeFields.flatMap { field($0.0, $0.1, line, disk) }
        }
    }

    // MARK: Fields

    /// What stands behind a label; a temperature's unit is a fact of its own.
    private static func field(
        _ label: String, _ title: String, _ line: String, _ disk: String
    ) -> [Fact] {
        guard let place = line.firstRange(of: label) else { return [] }
        let rest = line[place.upperBound...]
        guard title.contains("temperature") else {
            return [Fact("disk", disk, "SMART/\(title)", ToolText.trimmed(rest))]
        }
        let words = ToolText.words(rest)
        return zip(["SMART/\(title)", "SMART/\(title)_unit"], words).map {
            Fact("disk", disk, $0.0, $0.1)
        }
    }
}
