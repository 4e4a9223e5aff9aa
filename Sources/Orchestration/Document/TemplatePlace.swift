/// Where something stands: a file, a line, and the keys that lead to it.
public struct TemplatePlace: Sendable, Hashable {
    public let file: String
    /// Counted from 1; nil where the text is not at hand.
    public let line: Int?
    public let path: TemplatePath

    public init(file: String, line: Int?, path: TemplatePath = TemplatePath()) {
        self.file = file
        self.line = line
        self.path = path
    }
}

extension TemplatePlace: CustomStringConvertible {
    public var description: String {
        let spot = line.map { "\(file):\($0)" } ?? file
        return path.isRoot ? spot : "\(spot): \(path)"
    }
}
