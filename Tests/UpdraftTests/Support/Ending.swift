/// How a program ended, and all it said.
struct Ending {
    let status: Int32
    let output: String
    let messages: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }
    var messageLines: [String] { messages.split(separator: "\n").map(String.init) }
}
