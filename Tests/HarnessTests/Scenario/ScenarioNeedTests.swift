import Foundation
import Harness
import Testing

@Suite("What a scenario needs from outside of the project")
struct ScenarioNeedTests {
    private static func absentNeed(_ text: String) throws -> String? {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scenario-needs")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "\(text.utf8.count).yaml")
        defer { try? FileManager.default.removeItem(at: file) }
        try text.write(to: file, atomically: true, encoding: .utf8)
        return try ScenarioReader.absentNeed(of: file.path())
    }

    @Test("is looked for from the scenario's own place, and told where it is not there")
    func absent() throws {
        let absent = try Self.absentNeed("scenario: a\nneeds: [., ../nowhere/at/all]\n")
        #expect(absent?.hasSuffix("scenario-needs/../nowhere/at/all") == true)
    }

    @Test("is nothing to speak of where all is there, or none is named")
    func present() throws {
        #expect(try Self.absentNeed("scenario: a\nneeds: [.]\n") == nil)
        #expect(try Self.absentNeed("scenario: a\n") == nil)
    }

    @Test("does not hide what is wrong with the file")
    func wrong() throws {
        #expect(try Self.absentNeed("[") == nil)
        #expect(try Self.absentNeed("scenario: a\nneeds: 3\n") == nil)
    }
}
