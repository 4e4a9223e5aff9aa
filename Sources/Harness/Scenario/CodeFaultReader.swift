import BareMetal
import Hardware
import World

/// Reads one entry of a scenario's `sites`: `{ site: lease.renewal-late, chance: 5%, until: 2h }`.
enum CodeFaultReader {
    private static let keys = ["site", "chance", "until"]

    static func read(_ cursor: InputCursor) -> CodeFault? {
        let shape = "a mapping with site, chance and until"
        guard let entry = cursor.mapping(expected: shape) else { return nil }
        entry.reportUnknownKeys(known: keys)
        let site = entry.required("site", expected: "a fault site")?.choice("site", FaultSite.self)
        let chance = entry.required("chance", expected: "how often it fails, such as 5%")?.ratio()
        let until = entry.required("until", expected: "when it fails for the last time")?.duration()
        guard let site, let chance, let until else { return nil }
        return CodeFault(site: site, chance: chance, until: until)
    }
}
