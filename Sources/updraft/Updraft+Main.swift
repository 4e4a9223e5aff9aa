import ArgumentParser

extension Updraft {
    /// Parses the command line and runs what it asks for. Help and versions are results like any
    /// other: where nobody could take them, that is a failure.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var patient = command as? any AsyncParsableCommand {
                try await patient.run()
            } else {
                try command.run()
            }
        } catch let end where exitCode(for: end).isSuccess {
            let text = fullMessage(for: end)
            if !text.isEmpty { StandardOutput.print(text) }
            do { try StandardOutput.check() } catch { exit(withError: error) }
        } catch {
            exit(withError: error)
        }
    }
}
