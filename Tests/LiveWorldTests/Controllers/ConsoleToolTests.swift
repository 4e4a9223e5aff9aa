import Foundation
import Testing

/// Serial over LAN, as those see it who sit at a terminal: `script` gives the tools one.
@Suite(
    "Other people's consoles", .serialized,
    .enabled(if: Tool.isInstalled("script"), "SKIPPED: script (util-linux) is not installed"))
struct ConsoleToolTests {
    /// What a tool shows of a console on which a word is typed, and which is then left.
    /// FreeIPMI's takes no port of those that the system gives out, and is left out for that.
    private func shown(_ command: String, leaving: String) throws -> String {
        var farm = try TestFarm()
        guard let shell = Tool("sh") else { preconditionFailure("Every system has a shell.") }
        let place = command.replacing("HOST", with: "127.0.0.1")
            .replacing("PORT", with: "\(farm.port)")
        let typed = "(sleep 2; printf 'hello\\r'; sleep 1; printf '\(leaving)'; sleep 1)"
        return try farm.run(shell, ["-c", "\(typed) | script -qec '\(place)' /dev/null"]).text
    }

    @Test(
        "show what is typed, since nothing else is attached",
        .enabled(if: Tool.isInstalled("ipmitool"), "SKIPPED: ipmitool is not installed"))
    func ipmitool() throws {
        let command = "ipmitool -I lanplus -C 17 -H HOST -p PORT -U admin -P secret sol activate"
        let text = try shown(command, leaving: "~.")
        #expect(text.contains("SOL Session operational"), "\(text)")
        #expect(text.contains("\nhello"), "\(text)")
        #expect(text.contains("terminated ipmitool"), "\(text)")
    }
}
