/// What `dmidecode` says of the product and of memory modules.
public enum DMIOutput {
    /// The first word of the UUID in what type 1 tells; `Not` where it is not present.
    public static func uuid(_ text: String) -> String? {
        for line in ToolText.lines(text) where line.contains("UUID") {
            guard let value = ToolText.pair(line)?.value else { continue }
            return ToolText.words(value).first
        }
        return nil
    }

    /// The sizes of the modules that type 17 tells, such as `Size: 16 GB`, summed in MiB.
    public static func memoryMebibytes(_ text: String) -> Int {
        ToolText.lines(text).reduce(0) { sum, line in
            let words = ToolText.words(line)
            guard words.count == 3, words[0] == "Size:", let size = Int(words[1]), size >= 0 else {
                return sum
            }
            let factors = ["MB": 1, "MiB": 1, "GB": 1_024, "GiB": 1_024, "TB": 1_048_576]
            let (part, overflows) = size.multipliedReportingOverflow(by: factors[words[2]] ?? 0)
            let (next, overflowsToo) = sum.addingReportingOverflow(part)
            return overflows || overflowsToo ? sum : next
        }
    }
}
