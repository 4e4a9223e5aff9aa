extension XMLElement {
    /// As it is written. Elements that hold elements alone have them in lines of their own.
    public var text: String {
        var text = ""
        write(to: &text, indent: 0)
        return text
    }

    private func write(to text: inout String, indent: Int) {
        let margin = String(repeating: " ", count: indent)
        text += "\(margin)<\(name)"
        for attribute in attributes {
            text += " \(attribute.name)=\"\(Self.escape(attribute.value))\""
        }
        let children = children
        if !children.isEmpty, content.isEmpty {
            text += ">\n"
            for child in children { child.write(to: &text, indent: indent + 2) }
            text += "\(margin)</\(name)>\n"
        } else if nodes.isEmpty {
            text += "/>\n"
        } else {
            text += ">"
            for node in nodes { Self.write(node, to: &text) }
            text += "</\(name)>\n"
        }
    }

    /// Among text, white space says something.
    private static func write(_ node: Node, to text: inout String) {
        switch node {
        case .text(let part): text += escape(part)
        case .element(let element):
            var inner = ""
            element.write(to: &inner, indent: 0)
            text += inner.dropLast()
        }
    }

    private static func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\n", "\t", "\r": escaped += "&#\(scalar.value);"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
