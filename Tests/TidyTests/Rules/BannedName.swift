/// Something no file may say outside a few places, and what to say instead.
struct BannedName: Sendable {
    enum Pattern: Sendable {
        /// These tokens one after the other.
        case sequence([String])
        /// A call of this member without `using:`.
        case chanceWithoutGenerator(member: String)
        /// A task started by `Task` itself, on whatever executor comes.
        case unstructuredTask
        /// A declared type whose name contains this.
        case typeName(String)
    }

    let name: String
    let pattern: Pattern
    let replacement: String
    /// Paths from the root where it may be said.
    let allowed: [String]

    func isFound(at index: Int, in file: SwiftFile) -> Bool {
        switch pattern {
        case .sequence(let texts): file.reads(texts, at: index)
        case .chanceWithoutGenerator(let member): drawsWithoutGenerator(member, at: index, in: file)
        case .unstructuredTask: startsTask(at: index, in: file)
        case .typeName(let part): declaresType(containing: part, at: index, in: file)
        }
    }

    private func drawsWithoutGenerator(
        _ member: String,
        at index: Int,
        in file: SwiftFile
    ) -> Bool {
        guard file.reads([".", member, "("], at: index) else { return false }
        let arguments = index + 3..<file.closing(index + 2)
        return !arguments.contains { file.reads(["using", ":"], at: $0) }
    }

    private func startsTask(at index: Int, in file: SwiftFile) -> Bool {
        guard file.reads(["Task"], at: index) else { return false }
        let before = file.token(index - 1)?.text ?? ""
        // A declaration of that name, or a type: `let work: Task<Void, Never> { ... }`.
        if ["struct", "class", "enum", "actor", "protocol", "extension", ":", ">"].contains(before)
        {
            return false
        }
        var next = index + 1
        if file.reads(["<"], at: next) { next = endOfGenericArguments(from: next, in: file) }
        if file.reads(["(", "executorPreference"], at: next) { return false }
        return file.reads(["{"], at: next) || file.reads(["("], at: next)
    }

    private func endOfGenericArguments(from index: Int, in file: SwiftFile) -> Int {
        var depth = 0
        var position = index
        while let token = file.token(position) {
            if token.isSymbol("<") { depth += 1 }
            if token.isSymbol(">") { depth -= 1 }
            position += 1
            if depth == 0 { break }
        }
        return position
    }

    private func declaresType(containing part: String, at index: Int, in file: SwiftFile) -> Bool {
        let keywords = ["struct", "class", "enum", "actor", "protocol", "typealias"]
        guard file.tokens[index].kind == .word, keywords.contains(file.tokens[index].text),
            let name = file.token(index + 1), name.kind == .word
        else { return false }
        return name.text.contains(part)
    }
}
