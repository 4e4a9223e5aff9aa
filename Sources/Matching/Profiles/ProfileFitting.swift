/// Which machine fits which profile, found out once and when asked.
struct ProfileFitting {
    private enum Finding {
        case match(SpecMatch)
        case mismatch(SpecMismatch)
    }

    private let profiles: [MatchProfile]
    private let machines: [MatchMachine]
    /// By machine, then profile.
    private var findings: [[Finding?]]

    init(_ profiles: [MatchProfile], _ machines: [MatchMachine]) {
        self.profiles = profiles
        self.machines = machines
        let row = [Finding?](repeating: nil, count: profiles.count)
        findings = Array(repeating: row, count: machines.count)
    }

    mutating func fits(_ machine: Int, _ profile: Int) -> Bool {
        match(machine, profile) != nil
    }

    mutating func match(_ machine: Int, _ profile: Int) -> SpecMatch? {
        if case .match(let match) = finding(machine, profile) { match } else { nil }
    }

    mutating func mismatch(_ machine: Int, _ profile: Int) -> SpecMismatch? {
        if case .mismatch(let mismatch) = finding(machine, profile) { mismatch } else { nil }
    }

    private mutating func finding(_ machine: Int, _ profile: Int) -> Finding {
        if let known = findings[machine][profile] { return known }
        let matcher = SpecMatcher(profiles[profile].spec, on: machines[machine].sheet)
        let finding: Finding
        do throws(SpecMismatch) {
            finding = .match(try matcher.match())
        } catch {
            finding = .mismatch(error)
        }
        findings[machine][profile] = finding
        return finding
    }
}
