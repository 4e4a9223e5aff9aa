import OrderedCollections

/// The methods of Python's texts, lists and maps that templates call.
enum JinjaMethods {
    typealias Body = ([JinjaValue]) throws(JinjaFault) -> JinjaValue

    static func method(_ name: String, of value: JinjaValue) -> JinjaFunction? {
        let body: Body? =
            switch value {
            case .string(let text): method(name, of: text)
            case .list(let list): method(name, of: list)
            case .map(let map): method(name, of: map)
            default: nil
            }
        return body.map { body in
            JinjaFunction(name) { (values, named) throws(JinjaFault) in
                // Only `update` takes what it takes by name.
                guard !named.isEmpty, case .map(let map) = value else { return try body(values) }
                for (name, value) in named { map.entries[.string(name)] = value }
                return .none
            }
        }
    }

    private static func text(_ values: [JinjaValue], _ index: Int) throws(JinjaFault) -> String {
        guard values.indices.contains(index), let text = values[index].string else {
            throw .value("expected a text")
        }
        return text
    }

    /// One text, or any of a tuple of them.
    private static func texts(_ values: [JinjaValue]) throws(JinjaFault) -> [String] {
        guard case .tuple(let items)? = values.first else { return [try text(values, 0)] }
        var texts: [String] = []
        for index in items.indices { texts.append(try text(items, index)) }
        return texts
    }

    // MARK: Texts

    private static func method(_ name: String, of text: String) -> Body? {
        switch name {
        case "lower": { (_) throws(JinjaFault) in .string(text.lowercased()) }
        case "upper": { (_) throws(JinjaFault) in .string(text.uppercased()) }
        case "title": { (_) throws(JinjaFault) in .string(titled(text)) }
        case "capitalize": { (_) throws(JinjaFault) in .string(capitalized(text)) }
        case "strip", "lstrip", "rstrip":
            { (values) throws(JinjaFault) in
                .string(stripped(text, values.first?.string, name))
            }
        case "startswith":
            { (values) throws(JinjaFault) in
                .bool(try texts(values).contains { text.hasPrefix($0) })
            }
        case "endswith":
            { (values) throws(JinjaFault) in
                .bool(try texts(values).contains { text.hasSuffix($0) })
            }
        case "replace":
            { (values) throws(JinjaFault) in
                .string(
                    replaced(
                        text, try Self.text(values, 0), try Self.text(values, 1),
                        values.dropFirst(2).first?.integer))
            }
        case "split":
            { (values) throws(JinjaFault) in
                .list(split(text, by: values.first?.string, values.dropFirst().first?.integer))
            }
        case "join":
            { (values) throws(JinjaFault) in
                .string((values.first?.items ?? []).map(\.text).joined(separator: text))
            }
        case "splitlines":
            { (_) throws(JinjaFault) in
                .list(text.split(separator: "\n").map { .string(String($0)) })
            }
        case "isdigit":
            { (_) throws(JinjaFault) in .bool(!text.isEmpty && text.allSatisfy(\.isNumber)) }
        case "format":
            { (values) throws(JinjaFault) in
                .string(values.reduce(text) { replaced($0, "{}", $1.text, 1) })
            }
        default: nil
        }
    }

    static func capitalized(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst().lowercased()
    }

    /// Every word begins with a capital letter.
    static func titled(_ text: String) -> String {
        var written = ""
        var isInside = false
        for character in text {
            written += isInside ? character.lowercased() : character.uppercased()
            isInside = character.isLetter
        }
        return written
    }

    static func stripped(_ text: String, _ characters: String?, _ name: String) -> String {
        let isStripped = { (character: Character) in
            characters?.contains(character) ?? character.isWhitespace
        }
        var part = text[...]
        if name != "rstrip" { part = part.drop(while: isStripped) }
        if name != "lstrip" { while let last = part.last, isStripped(last) { part.removeLast() } }
        return String(part)
    }

    static func replaced(_ text: String, _ old: String, _ new: String, _ count: Int?) -> String {
        guard !old.isEmpty else { return text }
        var written = ""
        var rest = text[...]
        var left = count ?? .max
        while left > 0, let range = rest.firstRange(of: old) {
            written += rest[..<range.lowerBound] + new
            rest = rest[range.upperBound...]
            left -= 1
        }
        return written + rest
    }

    private static func split(_ text: String, by mark: String?, _ most: Int?) -> [JinjaValue] {
        let most = most.map { max(0, $0) } ?? Int.max
        guard let mark, !mark.isEmpty else {
            return text.split(maxSplits: most, whereSeparator: \.isWhitespace)
                .map { .string(String($0)) }
        }
        return text.split(separator: mark, maxSplits: most, omittingEmptySubsequences: false)
            .map { .string(String($0)) }
    }

    // MARK: Lists

    private static func method(_ name: String, of list: JinjaList) -> Body? {
        switch name {
        case "append":
            { (values) throws(JinjaFault) in
                list.items.append(values.first ?? .none)
                return .none
            }
        case "extend":
            { (values) throws(JinjaFault) in
                list.items += values.first?.items ?? []
                try JinjaValue.list(list).checkCount()
                return .none
            }
        case "insert":
            { (values) throws(JinjaFault) in
                let place = min(max(0, values.first?.integer ?? 0), list.items.count)
                list.items.insert(values.last ?? .none, at: place)
                return .none
            }
        case "pop":
            { (values) throws(JinjaFault) in
                let place = values.first?.integer ?? -1
                let index = place < 0 ? list.items.count + place : place
                guard list.items.indices.contains(index) else {
                    throw .value("pop index out of range")
                }
                return list.items.remove(at: index)
            }
        case "index":
            { (values) throws(JinjaFault) in
                let item = values.first ?? .none
                try JinjaValue.tuple([.list(list), item]).checkSize()
                guard let index = list.items.firstIndex(where: { $0.equals(item) }) else {
                    throw .value("\(item.text) is not in list")
                }
                return .integer(index)
            }
        case "count":
            { (values) throws(JinjaFault) in
                let item = values.first ?? .none
                try JinjaValue.tuple([.list(list), item]).checkSize()
                return .integer(list.items.count { $0.equals(item) })
            }
        default: nil
        }
    }

    // MARK: Maps

    private static func method(_ name: String, of map: JinjaMap) -> Body? {
        switch name {
        case "get":
            { (values) throws(JinjaFault) in
                let key = values.first.flatMap(JinjaKey.init)
                return key.flatMap { map.entries[$0] } ?? values.dropFirst().first ?? .none
            }
        case "items":
            { (_) throws(JinjaFault) in
                .list(map.entries.map { .tuple([$0.value, $1]) })
            }
        case "keys": { (_) throws(JinjaFault) in .list(map.entries.keys.map(\.value)) }
        case "values": { (_) throws(JinjaFault) in .list(Array(map.entries.values)) }
        case "update":
            { (values) throws(JinjaFault) in
                if case .map(let other) = values.first {
                    map.entries.merge(other.entries) { _, new in new }
                }
                return .none
            }
        case "copy": { (_) throws(JinjaFault) in .map(JinjaMap(map.entries)) }
        case "pop":
            { (values) throws(JinjaFault) in
                let removed = values.first.flatMap(JinjaKey.init)
                    .flatMap { map.entries.removeValue(forKey: $0) }
                guard let value = removed ?? values.dropFirst().first else {
                    throw .value("there is no such key")
                }
                return value
            }
        case "setdefault":
            { (values) throws(JinjaFault) in
                guard let key = values.first.flatMap(JinjaKey.init) else {
                    throw .value("unhashable key")
                }
                if let value = map.entries[key] { return value }
                let value = values.dropFirst().first ?? .none
                map.entries[key] = value
                return value
            }
        default: nil
        }
    }
}
