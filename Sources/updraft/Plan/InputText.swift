import Foundation
import Plans

/// Texts in files that a command names.
enum InputText {
    static func read(_ path: String) throws -> String {
        guard let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8) else {
            throw PlanError("\(path): there is no such file, or it is not UTF-8")
        }
        return text
    }
}
