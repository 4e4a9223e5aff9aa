import OrderedCollections

extension Template {
    /// A template that was made, not written: places in it have no lines.
    init(value: TemplateValue, file: String) throws(TemplateError) {
        self = try TemplateReader.template(TemplateNode(value, line: 0), file: file)
    }
}

extension TemplateNode {
    init(_ value: TemplateValue, line: Int) {
        self.line = line
        switch value {
        case .list(let items): content = .list(items.map { TemplateNode($0, line: line) })
        case .map(let entries):
            content = .map(
                entries.map { Entry(key: $0.key, value: TemplateNode($0.value, line: line)) })
        default: content = .scalar(value)
        }
    }
}
