import ArgumentParser
import Fleet
import Foundation
import Hardware

/// `updraft bmc console node-3 --inventory rack.json`
struct BMCConsoleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "console",
        abstract: "Opens a machine's serial console.",
        discussion: """
            What is typed goes to the machine. At the beginning of a line ~. ends it, and ~~ is \
            one ~. Where standard input is no terminal, all of it is typed, and the console is \
            left after --linger seconds without an answer.

              updraft bmc console --inventory rack.json node-3
              echo reboot | updraft bmc console 192.0.2.7 --user root --password-file pw
              updraft bmc console --via libvirt qemu:///system/node-3
            """)

    @OptionGroup var options: ControllerOptions

    @Flag(help: "Somebody else who has the console loses it.")
    var takeover = false

    @Option(help: "Seconds to wait for answers once standard input has ended.")
    var linger = 1.0

    func validate() throws {
        guard (0...3600).contains(linger) else {
            throw ValidationError("--linger lies between 0 and 3600.")
        }
    }

    func run() async throws {
        let targets = try await options.resolve()
        guard targets.count == 1 else {
            throw ValidationError("A console is one machine's; \(targets.count) are named.")
        }
        let link = try ControllerLink(options)
        do throws(BMCError) {
            await talk(try await link.console(of: targets[0], takeover ? .yes : .no))
        } catch {
            StandardError.print("\(targets[0].name): \(error)")
            await link.close()
            throw ExitStatus.failed
        }
        await link.close()
        try StandardOutput.check()
    }

    private func talk(_ console: SerialLine) async {
        let terminal = RawTerminal()
        defer { terminal.restore() }
        if RawTerminal.isTerminal { StandardError.write("connected; ~. ends it\r\n") }
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for await bytes in console.output {
                    try? FileHandle.standardOutput.write(contentsOf: Data(bytes))
                }
            }
            group.addTask { [linger] in
                var escape = ConsoleEscape()
                for await bytes in TypedInput.stream() {
                    let (typed, ends) = escape.take(bytes)
                    if !typed.isEmpty { await console.type(typed) }
                    if ends { return }
                }
                if !RawTerminal.isTerminal { try? await Task.sleep(for: .seconds(linger)) }
            }
            _ = await group.next()
            await console.close()
            group.cancelAll()
        }
        if RawTerminal.isTerminal { StandardError.write("\r\nclosed\r\n") }
    }
}
