/// What `hpacucli` and `hpssacli` say of HP's Smart Array controllers.
public enum SmartArrayOutput {
    /// An array, or what belongs to none, with the disks in it.
    public struct DiskArray: Sendable, Hashable {
        /// Such as `array A` or `unassigned`.
        public let name: String
        /// Each disk's name and what stands in parentheses behind it, less the place of a physical
        /// disk, which its name says: `1I:1:2`, `SATA`, `1 TB`, `OK`.
        public let disks: [[String]]
    }

    /// A controller and the slot it is in.
    public struct Controller: Sendable, Hashable {
        public let slot: Int
        public let name: String
        public let serial: String
    }

    /// Of `ctrl all show`: lines such as `Smart Array P220i in Slot 0 (Embedded)    (sn: 0A1B)`.
    public static func controllers(_ text: String) -> [Controller] {
        ToolText.lines(text).compactMap { line in
            guard let place = line.ranges(of: " in Slot ").last,
                let number = line.ranges(of: "(sn: ").last, place.upperBound < number.lowerBound,
                let end = line[number.upperBound...].lastIndex(of: ")"),
                let slot = Int(line[place.upperBound...].prefix(while: \.isNumber))
            else { return nil }
            return Controller(
                slot: slot, name: String(line[..<place.lowerBound]),
                serial: String(line[number.upperBound..<end]))
        }
    }

    /// Why the tool did not do what it was asked; nil where it did.
    public static func error(_ text: String) -> String? {
        for line in ToolText.lines(text) {
            guard let place = line.firstRange(of: "Error: ") else { continue }
            return String(line[place.upperBound...])
        }
        return nil
    }

    /// Of `ctrl slot=N pd all show` and `ctrl slot=N ld all show`.
    public static func arrays(_ text: String) -> [DiskArray] {
        var found: [(name: String, disks: [[String]])] = []
        for line in ToolText.lines(text).map({ ToolText.trimmed($0) }) {
            if line.lowercased().hasPrefix("array") || line.lowercased() == "unassigned" {
                found.append((line, []))
            } else if let disk = disk(line), !found.isEmpty {
                found[found.count - 1].disks.append(disk)
            }
        }
        return found.map { DiskArray(name: $0.name, disks: $0.disks) }
    }

    private static func disk(_ line: String) -> [String]? {
        guard let open = line.firstIndex(of: "("), line.last == ")" else { return nil }
        let words = ToolText.words(line[..<open])
        guard words.count == 2, ["physicaldrive", "logicaldrive"].contains(words[0]) else {
            return nil
        }
        let inside = line[line.index(after: open)...].dropLast()
        let fields = inside.split(separator: ",").map { ToolText.trimmed($0) }
        return [words[1]] + (words[0] == "physicaldrive" ? fields.dropFirst() : fields[...])
    }

    /// Of `ctrl slot=N show` and `ctrl slot=N pd X show`: names in lower case with underscores.
    /// The place of what was asked for is left out, since the asker knows it.
    public static func details(_ text: String) -> [String: String] {
        var found: [String: String] = [:]
        for line in ToolText.lines(text) {
            let words = ToolText.words(line)
            if let place = words.firstIndex(of: "array"), place == 0, words.count > 1 {
                found["array"] = words[1]
            }
            guard let parts = onlyPair(line) else { continue }
            let key = key(parts.name)
            guard !["slot", "port", "bay", "box"].contains(key) else { continue }
            found[key] = ToolText.words(parts.value).joined(separator: " ")
        }
        return found
    }

    /// Of `ctrl slot=N ld X show`: names as they are. The disks of a mirror stand below its name;
    /// `hpssacli` puts a disk's name and where it is mounted into one line.
    public static func logicalDisk(_ text: String) -> [String: String] {
        var (found, pending): ([String: String], String?) = ([:], nil)
        for line in ToolText.lines(text) {
            if let name = pending {
                found[name] = disk(ToolText.trimmed(line))?.first ?? line
                pending = nil
                continue
            }
            let parts = line.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count > 1 else { continue }
            let name = ToolText.trimmed(parts[0])
            let words = ToolText.words(parts[1])
            if parts.count == 3, let value = words.first {
                found[name] = value
                found[words.dropFirst().joined(separator: " ")] = ToolText.trimmed(parts[2])
            } else if parts.count == 2 {
                if parts[1].isEmpty {
                    pending = name
                } else {
                    found[name] = ToolText.trimmed(parts[1])
                }
            }
        }
        return found
    }

    /// A name and a value with one colon and space between them.
    private static func onlyPair(_ line: String) -> (name: String, value: String)? {
        let ranges = line.ranges(of: ": ")
        guard ranges.count == 1, let place = ranges.first else { return nil }
        return (String(line[..<place.lowerBound]), String(line[place.upperBound...]))
    }

    private static func key(_ name: String) -> String {
        ToolText.trimmed(name).lowercased().replacing(" ", with: "_").filter {
            $0 != "(" && $0 != ")"
        }.replacing("__", with: "_")
    }
}
