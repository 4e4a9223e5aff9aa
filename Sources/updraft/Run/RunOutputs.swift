import Foundation
import Harness

/// The places a run's results go to, looked at before anything runs: an hour's runs are not to end
/// with a folder that cannot be written to.
struct RunOutputs {
    let report: String?
    let junit: String?
    /// The scenario files, which nothing may replace.
    let inputs: [String]

    /// - Throws: ``ExitStatus/badInput``, having said which place is no good and why.
    func check() throws {
        do throws(ReportError) {
            if let report { _ = try ReportDirectory(path: report) }
            if let report { try checkFolder(report) }
            if let junit { try checkFile(junit) }
        } catch {
            StandardError.print("\(error); nothing was run")
            throw ExitStatus.badInput
        }
    }

    private func checkFile(_ path: String) throws(ReportError) {
        var isDirectory: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory),
            isDirectory.boolValue
        {
            throw ReportError(path: path, reason: "it is a folder, a file is needed")
        }
        // It is replaced whole, and nobody wants a device or a pipe replaced.
        let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type]
        if let kind = kind as? FileAttributeType, kind != .typeRegular {
            throw ReportError(path: path, reason: "it is no plain file, which is needed")
        }
        guard !inputs.contains(where: { Self.isSame($0, path) }) else {
            throw ReportError(path: path, reason: "it is the scenario that is to be run")
        }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard FileManager.default.fileExists(atPath: folder) else {
            throw ReportError(path: path, reason: "there is no folder \(folder)")
        }
        try checkFolder(folder)
    }

    private static func isSame(_ path: String, _ other: String) -> Bool {
        let urls = [path, other].map { URL(fileURLWithPath: $0).resolvingSymlinksInPath() }
        return urls[0] == urls[1]
    }

    private func checkFolder(_ path: String) throws(ReportError) {
        guard FileManager.default.isWritableFile(atPath: path) else {
            throw ReportError(path: path, reason: "there is no permission to write in it")
        }
    }
}
