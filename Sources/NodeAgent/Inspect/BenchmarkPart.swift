/// What of a machine can be measured, by the words that ironic-python-agent takes in
/// `ipa-inspection-benchmarks`, and `net`.
package enum BenchmarkPart: String, Sendable, Hashable, CaseIterable {
    case cpu, mem, disk, net
}
