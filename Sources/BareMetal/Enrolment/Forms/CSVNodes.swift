import Hardware
import Yams

/// Turns the rows of a CSV file into what an `instackenv.json` would say.
struct CSVNodes {
    private static let knownKeys = [
        "name", "uuid", "mac", "cpu", "memory", "disk", "arch", "capabilities", "profile",
        "resource_class", "kernel_id", "ramdisk_id", "platform", "conductor_group", "pm_type",
        "pm_addr", "pm_user", "pm_password", "pm_port", "pm_system_id", "pm_vm_name",
        "pm_relay_id",
    ]

    private let log: InputProblemLog

    init(log: InputProblemLog) { self.log = log }

    /// - Parameter form: nil to go by the first row.
    func mappings(_ text: String, form: InventoryForm?) -> [InputMapping] {
        var rows = CSVRows(text, log: log).rows
        guard let first = rows.first else {
            log.add(line: 1, "found no rows, expected one for each machine")
            return []
        }
        let form = form ?? CSVColumns.form(of: first)
        var columns = CSVColumns(form)
        if let header = CSVColumns.header(first) {
            columns = header
            check(header, first)
            rows.removeFirst()
            if rows.isEmpty {
                log.add(line: first[0].line, "found names of columns only, expected machines")
            }
        }
        return rows.enumerated().compactMap { mapping($1, columns, form, number: $0) }
    }

    private func check(_ header: CSVColumns, _ cells: [CSVRows.Cell]) {
        let known = Self.knownKeys + DriverSettings.interfaceKeys
        for (key, cell) in zip(header.keys, cells) {
            guard let key, !known.contains(key), !key.hasPrefix("_") else { continue }
            if ControllerKind.all.contains(where: { $0.isParameter(key) }) { continue }
            let name = InputCursor.excerpt(cell.text)
            log.add(
                line: cell.line,
                "unknown column '\(name)'\(Spelling.advice(for: key, among: known))")
        }
    }

    private func mapping(
        _ row: [CSVRows.Cell], _ columns: CSVColumns, _ form: InventoryForm, number: Int
    ) -> InputMapping? {
        let path = InputPath().appending(key: "nodes").appending(index: number)
        let cursor = InputCursor(
            Yams.Node(""), line: row.first?.line ?? 1, path: path, log: log)
        // One cell is text that somebody put there, and bifrost's reader refuses the file for it.
        guard row.count > 1 else {
            cursor.report("found one value, expected at least those that reach the controller")
            return nil
        }
        if row.count > columns.keys.count, form != .bifrostCSV {
            cursor.report("found \(row.count) values, expected at most \(columns.keys.count)")
        }
        var entries: [(key: String, line: Int, value: InputCursor)] = []
        for (key, cell) in zip(columns.keys, row) where !cell.text.isEmpty {
            guard let key, !key.hasPrefix("_") else { continue }
            entries.append((key, cell.line, value(cell, key, at: cursor)))
        }
        if form == .bifrostCSV { complete(&entries, row, at: cursor) }
        return InputMapping(entries, at: cursor, form: form)
    }

    private func value(
        _ cell: CSVRows.Cell, _ key: String, at cursor: InputCursor
    ) -> InputCursor {
        let path = cursor.path.appending(key: key)
        guard key == "mac" else { return scalar(cell.text, line: cell.line, path) }
        let addresses = cell.text.split { $0.isWhitespace || ",;|".contains($0) }
        let nodes = addresses.map { Yams.Node(String($0)) }
        return InputCursor(Yams.Node(nodes), line: cell.line, path: path, log: log)
    }

    private func scalar(_ text: String, line: Int, _ path: InputPath) -> InputCursor {
        // In quotes, since a password may be `null` and a name `1`.
        let scalar = Yams.Node.Scalar(text, Tag(.implicit), .singleQuoted)
        return InputCursor(.scalar(scalar), line: line, path: path, log: log)
    }

    /// What bifrost adds to a row: the driver, the architecture, and the kind of bridging that
    /// channels and addresses amount to.
    private func complete(
        _ entries: inout [(key: String, line: Int, value: InputCursor)], _ row: [CSVRows.Cell],
        at cursor: InputCursor
    ) {
        func add(_ key: String, _ text: String) {
            let value = scalar(text, line: cursor.line, cursor.path.appending(key: key))
            entries.append((key, cursor.line, value))
        }
        func has(_ key: String) -> Bool { entries.contains { $0.key == key } }
        let driver = entries.first { $0.key == "pm_type" }?.value.plainText
        if driver?.contains("ipmi") != false {
            entries.removeAll { $0.key == "pm_type" }
            add("pm_type", "ipmi")
        }
        add("arch", "x86_64")
        if has("ipmi_transit_channel") && has("ipmi_transit_address") {
            add("ipmi_bridging", "dual")
        } else if has("ipmi_target_channel") && has("ipmi_target_address") {
            add("ipmi_bridging", "single")
        }
        if row.indices.contains(11), !row[11].text.isEmpty {
            cursor.notice("the address \(row[11].text) is left out: addresses are given at boot")
        }
    }
}
