/// What `/proc/cpuinfo` says of single processors.
public enum ProcessorInfoOutput {
    /// Bogomips and cache of a processor, as the reference's benchmark tells them; none for one
    /// that is not there.
    public static func facts(_ text: String, processor: Int) -> [Fact] {
        var isFound = false
        var told: [String: String] = [:]
        for line in ToolText.lines(text) {
            guard let (name, value) = ToolText.pair(line) else { continue }
            if name == "processor" {
                if isFound { break }
                isFound = Int(value) == processor
            } else if isFound, told[name] == nil {
                told[name] = value.filter { $0 != " " }
            }
        }
        return [("bogomips", "bogomips"), ("cache_size", "cache size")].compactMap { key, name in
            told[name].map { Fact("cpu", "logical_\(processor)", key, $0) }
        }
    }
}
