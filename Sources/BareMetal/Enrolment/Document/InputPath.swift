/// Where in a document a value stands, as `nodes[3].mac[0]`.
package struct InputPath: Sendable, Hashable {
    private enum Step: Sendable, Hashable {
        case key(String)
        case index(Int)
    }

    private var steps: [Step] = []

    package init() {}

    func appending(key: String) -> InputPath { appending(.key(key)) }
    func appending(index: Int) -> InputPath { appending(.index(index)) }

    private func appending(_ step: Step) -> InputPath {
        var path = self
        path.steps.append(step)
        return path
    }
}

extension InputPath: CustomStringConvertible {
    package var description: String {
        var text = ""
        for step in steps {
            switch step {
            case .key(let key): text += text.isEmpty ? key : "." + key
            case .index(let index): text += "[\(index)]"
            }
        }
        return text
    }
}
