import NodeAgent

/// What every ``NodeSystem`` promises.
struct NodeSystemContract: Sendable {
    typealias Clause = ContractClause<NodeSystemContract>

    let system: any NodeSystem
    /// A folder to try things in, which is there and empty.
    let folder: String

    static let clauses = fileClauses + folderClauses + linkClauses + commandClauses

    private func path(_ name: String) -> String { "\(folder)/\(name)" }

    private func put(_ name: String, _ text: String, mode: Int = 0o644) throws {
        try system.replace(
            path(name), with: FileContents(bytes: Array(text.utf8), mode: mode))
    }

    private func text(_ name: String) throws -> String? {
        try system.contents(of: path(name)).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func fails(_ body: () throws -> Void) -> Bool {
        do { try body() } catch { return true }
        return false
    }

    private static let fileClauses = [
        Clause("what is written is read back, with its bits") { contract in
            try contract.put("a", "text", mode: 0o640)
            let status = try contract.system.status(of: contract.path("a"))
            return try contract.text("a") == "text" && status?.kind == .file
                && status?.mode == 0o640
        },
        Clause("what is written again takes the place of what was there") { contract in
            try contract.put("b", "long text", mode: 0o600)
            try contract.put("b", "short", mode: 0o755)
            let status = try contract.system.status(of: contract.path("b"))
            return try contract.text("b") == "short" && status?.isExecutable == true
        },
        Clause("folders on the way to a file are made") { contract in
            try contract.put("c/d/e", "deep")
            return try contract.text("c/d/e") == "deep"
                && contract.system.status(of: contract.path("c/d"))?.kind == .folder
        },
        Clause("nothing is found where nothing is") { contract in
            try contract.put("f", "")
            return try contract.text("none") == nil && contract.text("f/none") == nil
                && contract.system.status(of: contract.path("none/none")) == nil
                && contract.system.names(in: contract.path("none")) == nil
                && contract.system.names(in: contract.path("f")) == nil
        },
        Clause("a file that is removed is gone, and removing nothing is no failure") { contract in
            try contract.put("g", "x")
            try contract.system.remove(contract.path("g"))
            try contract.system.remove(contract.path("g"))
            return try contract.text("g") == nil
        },
        Clause("a folder is neither read, written over nor removed as a file") { contract in
            try contract.put("h/i", "x")
            let path = contract.path("h")
            return fails { _ = try contract.system.contents(of: path) }
                && fails { try contract.put("h", "y") }
                && fails { try contract.system.remove(path) }
        },
        Clause("nothing is made below a file") { contract in
            try contract.put("j", "x")
            return fails { try contract.put("j/k", "y") }
                && fails { try contract.system.makeFolder(contract.path("j/k"), mode: 0o755) }
        },
    ]

    private static let folderClauses = [
        Clause("names come in the order of their bytes") { contract in
            for name in ["b", "B", "a", "10", "9", "é"] { try contract.put("l/\(name)", "") }
            return try contract.system.names(in: contract.path("l"))
                == ["10", "9", "B", "a", "b", "é"]
        },
        Clause("a folder is made with its bits, and one that is there keeps its own") { contract in
            let path = contract.path("m/n")
            try contract.system.makeFolder(path, mode: 0o700)
            try contract.system.makeFolder(path, mode: 0o755)
            let status = try contract.system.status(of: path)
            return try status?.kind == .folder && status?.mode == 0o700
                && contract.system.names(in: path) == []
        },
        Clause("what is moved is found under its new name alone, with all that is in it") {
            contract in
            try contract.put("o/p", "one")
            try contract.put("q", "two")
            try contract.put("r", "three")
            try contract.system.move(contract.path("o"), to: contract.path("s"))
            try contract.system.move(contract.path("q"), to: contract.path("r"))
            return try contract.text("s/p") == "one" && contract.text("r") == "two"
                && contract.text("q") == nil
                && contract.system.status(of: contract.path("o")) == nil
        },
        Clause("what is not there is not moved") { contract in
            try contract.put("u", "kept")
            let isRefused = fails {
                try contract.system.move(contract.path("none"), to: contract.path("u"))
            }
            return try isRefused && contract.text("u") == "kept"
        },
    ]

    private static let linkClauses = [
        Clause("a link leads where it points, and says where that is") { contract in
            try contract.put("v/w", "x")
            try contract.system.link(contract.path("x/link"), to: "../v")
            try contract.system.link(contract.path("y"), to: "v/w")
            return try contract.text("x/link/w") == "x" && contract.text("y") == "x"
                && contract.system.target(of: contract.path("x/link")) == "../v"
                && contract.system.target(of: contract.path("v/w")) == nil
                && contract.system.target(of: contract.path("none")) == nil
        },
        Clause("a link to nothing leads to nothing, and one in a circle nowhere") { contract in
            try contract.system.link(contract.path("z"), to: "none")
            try contract.system.link(contract.path("circle"), to: "circle")
            return try contract.system.status(of: contract.path("z")) == nil
                && contract.text("z") == nil && fails { _ = try contract.text("circle") }
        },
        Clause("writing puts a file in the place of a link, and removing takes the link") {
            contract in
            try contract.put("target", "old")
            try contract.system.link(contract.path("one"), to: "target")
            try contract.system.link(contract.path("two"), to: "target")
            try contract.put("one", "new")
            try contract.system.remove(contract.path("two"))
            return try contract.text("target") == "old" && contract.text("one") == "new"
                && contract.system.target(of: contract.path("one")) == nil
                && contract.system.target(of: contract.path("two")) == nil
        },
        Clause("a link is not made where something is") { contract in
            try contract.put("taken", "x")
            return fails { try contract.system.link(contract.path("taken"), to: "x") }
        },
    ]

    private static let commandClauses = [
        Clause("a command by its name ends as it ends") { contract in
            let good = try await contract.system.run(NodeCommand("true"))
            let bad = try await contract.system.run(NodeCommand("false"))
            return good.status == 0 && bad.status == 1
        },
        Clause("a script that may be run is run, and one that may not is refused") { contract in
            try contract.put("script", "#!/bin/sh\nexit 0\n", mode: 0o755)
            try contract.put("text", "#!/bin/sh\nexit 0\n", mode: 0o644)
            let result = try await contract.system.run(NodeCommand(contract.path("script")))
            let isRefused = await contract.refuses(contract.path("text"))
            return result.status == 0 && isRefused
        },
        Clause("a command that is not there is refused") { contract in
            let path = contract.path("none")
            let isRefused = await contract.refuses(path)
            return await contract.refuses("updraft-none") ? isRefused : false
        },
        Clause("the first account has the number nought, and nobody knows an unknown one") {
            contract in
            let system = contract.system
            return try system.number(of: .user("root")) == 0
                && system.number(of: .groupNumber(0)) == 0
                && system.number(of: .user("updraft-none")) == nil
        },
    ]

    private func refuses(_ command: String) async -> Bool {
        do { _ = try await system.run(NodeCommand(command)) } catch { return true }
        return false
    }

    /// The promises that are broken, in words.
    func violations() async -> [String] {
        var violations: [String] = []
        for clause in Self.clauses {
            if let violation = await clause.violation(by: self) { violations.append(violation) }
        }
        return violations
    }
}
