import Documents

/// What `lscpu` says of processors and their nodes of memory.
public enum LSCPUOutput {
    /// Keys of a processor in the order of the facts, what `lscpu` calls them, and how they are
    /// written.
    private static let properties: [(key: String, name: String, form: Form)] = [
        ("vendor", "Vendor ID", .text), ("product", "Model name", .text),
        ("cores", "Core(s) per socket", .whole), ("threads", "", .threads),
        ("family", "CPU family", .whole), ("model", "Model", .wholeIfAny),
        ("stepping", "Stepping", .wholeIfAny), ("architecture", "Architecture", .text),
        ("l1d cache", "L1d cache", .text), ("l1i cache", "L1i cache", .text),
        ("l2 cache", "L2 cache", .text), ("l3 cache", "L3 cache", .text),
        ("min_Mhz", "CPU min MHz", .real), ("max_Mhz", "CPU max MHz", .real),
        ("current_Mhz", "CPU MHz", .real), ("flags", "Flags", .text),
        ("threads_per_core", "Thread(s) per core", .whole),
    ]

    private enum Form { case text, whole, wholeIfAny, real, threads }

    /// Processors facts are written of; more than any machine has sockets.
    private static let socketLimit = 1_024

    /// - Parameters:
    ///   - text: of `lscpu` in English.
    ///   - masks: of `lscpu -x`, which writes processors of a node as a mask.
    public static func facts(_ text: String, masks: String = "") -> [Fact] {
        let (values, masks) = (table(text), table(masks))
        let sockets = min(Int(values["Socket(s)"] ?? "") ?? 0, socketLimit)
        var facts: [Fact] = []
        if let count = values["Socket(s)"] {
            facts.append(Fact("cpu", "physical", "number", count))
        }
        for socket in 0..<max(0, sockets) {
            facts += properties.compactMap { property in
                value(property.name, property.form, values).map {
                    Fact("cpu", "physical_\(socket)", property.key, $0)
                }
            }
        }
        if let count = values["CPU(s)"] { facts.append(Fact("cpu", "logical", "number", count)) }
        if let count = values["NUMA node(s)"] {
            facts.append(Fact("numa", "nodes", "count", count))
        }
        return facts + nodes(values, masks)
    }

    /// The last of equal names holds.
    private static func table(_ text: String) -> [String: String] {
        let pairs = ToolText.lines(text).compactMap(ToolText.pair)
        return Dictionary(pairs.map { ($0.key, $0.value) }, uniquingKeysWith: { _, last in last })
    }

    private static func value(
        _ name: String, _ form: Form, _ values: [String: String]
    ) -> String? {
        guard form != .threads else {
            let counts = ["Thread(s) per core", "Core(s) per socket"].map {
                Int(values[$0] ?? "") ?? 1
            }
            return String(counts[0].multipliedReportingOverflow(by: counts[1]).partialValue)
        }
        guard let text = values[name] else { return nil }
        switch form {
        case .text, .threads: return text
        case .whole: return Int(text).map { String($0) } ?? text
        case .real: return Double(text).map { PythonText.number($0) } ?? text
        case .wholeIfAny:
            let number = text.hasPrefix("0x") ? Int(text.dropFirst(2), radix: 16) : Int(text)
            return number.map { String($0) } ?? text
        }
    }

    private static func nodes(
        _ values: [String: String], _ masks: [String: String]
    ) -> [Fact] {
        let numbers = masks.keys.compactMap { name -> Int? in
            guard name.hasPrefix("NUMA node"), name.hasSuffix(" CPU(s)") else { return nil }
            return Int(name.dropFirst(9).dropLast(7))
        }
        return numbers.sorted().flatMap { number -> [Fact] in
            let name = "NUMA node\(number) CPU(s)"
            return [
                Fact("numa", "node_\(number)", "cpu_count", String(count(values[name] ?? ""))),
                Fact("numa", "node_\(number)", "cpu_mask", masks[name] ?? ""),
            ]
        }
    }

    /// How many processors a list such as `0-5,48` names.
    private static func count(_ list: String) -> Int {
        list.split(separator: ",").reduce(0) { sum, part in
            let ends = part.split(separator: "-").compactMap { Int($0) }
            guard let first = ends.first, let last = ends.last, last >= first else { return sum }
            let (count, overflows) = (last - first).addingReportingOverflow(1 + sum)
            return overflows ? sum : count
        }
    }
}
