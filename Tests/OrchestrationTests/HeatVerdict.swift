import Foundation

/// What real Heat said of a template that was sent to it alone.
struct HeatVerdict: Decodable {
    let status: Int
    let message: String?

    var isAccepted: Bool { status == 200 }

    /// By the template's path under the folder that was sent.
    static func all(_ file: String) throws -> [String: HeatVerdict] {
        let data = try Data(
            contentsOf: SharedFiles.root.appending(path: "golden/heat-validate/\(file).json"))
        return try JSONDecoder().decode([String: HeatVerdict].self, from: data)
    }
}
