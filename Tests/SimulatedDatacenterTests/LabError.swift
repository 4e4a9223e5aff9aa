/// Why something tried in a lab came to no result.
struct LabError: Error, CustomStringConvertible {
    let description: String
}
