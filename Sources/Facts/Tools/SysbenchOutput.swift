/// What `sysbench` measured.
public enum SysbenchOutput {
    /// Events a second of a test of processors; nil where the output is cut short.
    ///
    /// - Parameter seconds: how long the test was told to run.
    public static func loopsPerSecond(_ text: String, seconds: Int) -> Int? {
        guard seconds > 0 else { return nil }
        for line in ToolText.lines(text) where line.contains("total number of events") {
            return ToolText.pair(line).flatMap { Int($0.value) }.map { $0 / seconds }
        }
        return nil
    }

    /// Whole megabytes a second of a test of memory; the sum where several processes wrote into one
    /// output. Nil where none of them told.
    public static func bandwidth(_ text: String) -> Int? {
        let found = ToolText.lines(text).filter { $0.contains("transferred") }.compactMap { line in
            let inside = line.split(separator: "(").last.map { $0.drop(while: \.isWhitespace) }
            return inside.flatMap { Int($0.prefix(while: \.isNumber)) }
        }
        return found.isEmpty ? nil : found.reduce(0, +)
    }
}
