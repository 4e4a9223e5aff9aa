import Explorer
import Hardware
import Harness

/// Runs the entries of a corpus again.
struct CorpusCheck {
    let loop: ProbeLoop

    func report(on files: [String]) async -> CorpusReport {
        var report = CorpusReport(version: Updraft.release)
        let read = files.map { ($0, CorpusFiles.entry($0)) }
        let entries = read.compactMap { file, entry in
            (try? entry.get()).map { (file, $0) }
        }
        let verdicts = await verdicts(of: entries.map(\.1), in: entries.map(\.0))
        var next = verdicts.makeIterator()
        for (file, entry) in read {
            switch entry {
            case .success(let entry): report.add(file, entry, next.next() ?? .stopped)
            case .failure(let problems): report.add(file, nil, .unreadable(problems.description))
            }
        }
        return report
    }

    /// In the order of the entries.
    func verdicts(of entries: [CorpusEntry], in files: [String]) async -> [CorpusVerdict] {
        let probes = zip(entries, files).map { entry, file in
            Probe(entry.text, origin: file, seed: entry.seed, schedule: entry.schedule)
        }
        let results = await loop.results(of: probes)
        var verdicts: [CorpusVerdict] = []
        for (index, result) in results.enumerated() {
            let isMet = result.signature == entries[index].signature
            let others = isMet || !result.isVerdict ? [] : await others(of: probes[index])
            verdicts.append(CorpusVerdict(of: entries[index], result, others: others))
        }
        return verdicts
    }

    private func others(of probe: Probe) async -> [ProbeResult] {
        await loop.results(
            of: CorpusVerdict.otherSeeds.map { seed in
                var other = probe
                other.seed = seed
                return other
            })
    }
}
