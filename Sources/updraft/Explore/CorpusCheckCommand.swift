import ArgumentParser
import Explorer
import Foundation
import Hardware
import Harness

/// `updraft corpus check corpus`
struct CorpusCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Says how many kept failures still reproduce, and which are fixed.",
        discussion: """
              updraft corpus check corpus
              updraft corpus check corpus --json

            Every entry of the folder is run as it was kept. One that passes is given eight other \
            seeds, since a change of the code can move a failure's moment: it is `moved` where one \
            of them fails with the same signature, `changed` where its own seed fails otherwise, \
            and `fixed` where nothing is left of it. What another version of Updraft has found is \
            told as such; a file that cannot be read, or is in another version's form, is \
            `unreadable` and counts.

            Exit status: 0 all are fixed, or are planted bugs that reproduce; 1 a failure of a \
            safety check is still there, or a planted bug is not met any more; 2 one of \
            convergence is; 64 bad usage, or a file cannot be read; 70 a crash is; 130 interrupted.
            """
    )

    @Argument(help: "The folder that explore or shrink wrote to.", completion: .directory)
    var folder: String

    @Flag(help: "One JSON document on standard output.")
    var json = false

    @OptionGroup var options: SearchOptions

    func run() async throws {
        let files = try CorpusFiles.list(folder)
        Signals.watch()
        let check = CorpusCheck(loop: ProbeLoop(options.prober(), width: options.width))
        let report = await check.report(on: files)
        if json {
            StandardOutput.print(try SearchFiles.json(report))
        } else {
            StandardOutput.print(report.lines)
        }
        try StandardOutput.check()
        if Signals.wantEnd { throw ExitStatus.interrupted }
        throw report.exitCode
    }
}
