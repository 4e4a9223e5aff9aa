/// What the dynamic loader shows of what the kernel told a program (`LD_SHOW_AUXV=1`).
public enum AuxiliaryVectorOutput {
    private static let fields = [
        "AT_HWCAP", "AT_HWCAP2", "AT_PAGESZ", "AT_FLAGS", "AT_PLATFORM", "AT_BASE_PLATFORM",
    ]

    public static func facts(_ text: String) -> [Fact] {
        ToolText.lines(text).compactMap(ToolText.pair).filter { fields.contains($0.key) }.map {
            Fact("hw", "auxv", $0.key.dropFirst(3).lowercased(), $0.value)
        }
    }
}
