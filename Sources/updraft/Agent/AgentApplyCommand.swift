import ArgumentParser
import Documents
import Foundation
import LiveWorld
import NodeAgent

/// `updraft agent apply --templates elements --output / --metadata config.json`
struct AgentApplyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Makes configuration files of templates and metadata, as os-apply-config does.",
        discussion: """
            Without --metadata the environment variable OS_CONFIG_FILES names the files, separated \
            by colons, and without that the list in --os-config-files.

              updraft agent apply --templates templates --output root --metadata config.json
              updraft agent apply --metadata config.json --key database.url --type raw

            Exit status: 0 done, 1 refused; with --boolean-key 0 true, 1 false, 255 neither.
            """
    )

    @Option(name: .shortAndLong, help: "The root of the templates.", completion: .directory)
    var templates = ApplyConfig<LiveNodeSystem>.defaultTemplates

    @Option(name: .shortAndLong, help: "The folder that files go below.", completion: .directory)
    var output = "/"

    @Option(
        name: .shortAndLong, parsing: .upToNextOption,
        help: "Metadata files; the later go over the earlier.")
    var metadata: [String] = []

    @Option(parsing: .upToNextOption, help: "Files that go under all others, where there are any.")
    var fallbackMetadata = [
        "/var/cache/heat-cfntools/last_metadata", "/var/lib/heat-cfntools/cfn-init-data",
        "/var/lib/cloud/data/cfn-init-data",
    ]

    @Option(help: "The list of metadata files that the collector writes.")
    var osConfigFiles = "/var/lib/os-collect-config/os_config_files.json"

    @Flag(name: .shortAndLong, help: "Render everything and write nothing.")
    var validate = false

    @Flag(help: "Print the root of the templates.")
    var printTemplates = false

    @Option(name: .shortAndLong, help: "Take the map under this key for the whole.")
    var subhash: String?

    @Option(help: "Print what stands under a key.")
    var key: String?

    @Option(help: "What the key's value must look like.")
    var type = ConfigValueType.default

    @Option(help: "What is printed where the key is missing.")
    var keyDefault: String?

    @Option(help: "Tell by the exit status whether a key is true.")
    var booleanKey: String?

    func run() async throws {
        if printTemplates { return StandardOutput.print(templates) }
        do {
            try await act()
        } catch let error as ApplyConfigError {
            StandardError.print(error.description)
            throw ExitStatus.failed
        }
        try StandardOutput.check()
    }

    private func act() async throws {
        let system = LiveNodeSystem()
        let files = fallbackMetadata.map(absolute) + (try metadataFiles()).map(absolute)
        let values = try NodeMetadata(files: files, on: system)
        if let key {
            let answer = try values.answer(to: key, of: type, otherwise: keyDefault)
            return StandardOutput.print(answer)
        }
        if let booleanKey {
            guard let truth = values.truth(of: booleanKey) else { throw ExitCode(255) }
            if !truth { throw ExitStatus.failed }
            return
        }
        let chosen = try subhash.map { try values.subhash($0) } ?? values
        let tool = ApplyConfig(on: system, templates: absolute(templates))
        if validate {
            try await tool.validate(chosen)
        } else {
            try await tool.install(chosen, to: absolute(output))
        }
    }

    private func absolute(_ path: String) -> String {
        path.isEmpty || path.hasPrefix("/")
            ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
    }

    private func metadataFiles() throws -> [String] {
        if !metadata.isEmpty { return metadata }
        if let files = ProcessInfo.processInfo.environment["OS_CONFIG_FILES"] {
            return files.split(separator: ":").map(String.init)
        }
        guard let text = try? String(contentsOfFile: osConfigFiles, encoding: .utf8) else {
            return []
        }
        guard let list = try? DocumentValue(json: text).list else {
            StandardError.print("No list defined in json file: \(osConfigFiles)")
            throw ExitStatus.failed
        }
        return list.compactMap(\.string)
    }
}
