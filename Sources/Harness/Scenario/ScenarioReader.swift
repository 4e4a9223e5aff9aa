import BareMetal
import FoundationEssentials
public import Hardware
import Plans
import World

/// Reads scenario files, strictly: what is not understood is refused, all of it at once.
public struct ScenarioReader {
    private static let keys = [
        "scenario", "inventory", "machines", "datacenter", "undercloud", "cloud", "overcloud",
        "templates", "introspection", "seed", "faults", "weather", "operations", "expect", "bug",
        "caught-by", "limits", "asks", "needs", "explore", "sites", foundKey,
    ]

    /// Holds what is known of a failure that the file was kept for; who keeps it reads it.
    public static let foundKey = "found"

    private let mapping: InputMapping
    private let log: InputProblemLog
    private let vocabulary: ScenarioVocabulary

    /// - Parameter path: The scenario's file, and the place its inventory's path starts from.
    /// - Throws: Everything that is wrong with the file and with the inventory it names.
    public static func read(
        _ path: String,
        vocabulary: ScenarioVocabulary
    ) throws(InputProblems) -> Scenario {
        try read(try InputFile.read(path), file: path, vocabulary: vocabulary)
    }

    /// The same for a file that is already in memory; an inventory it names is read from disk.
    public static func read(
        _ bytes: [UInt8],
        file: String,
        vocabulary: ScenarioVocabulary
    ) throws(InputProblems) -> Scenario {
        let log = InputProblemLog(file: file)
        var scenario: Scenario?
        if let root = InputDocument.read(bytes, syntax: .yaml, log: log),
            let mapping = root.mapping(expected: "a mapping that describes a scenario")
        {
            let reader = ScenarioReader(mapping: mapping, log: log, vocabulary: vocabulary)
            scenario = reader.scenario()
        }
        try log.throwIfAny()
        guard let scenario else { preconditionFailure("A scenario was lost without a problem.") }
        return scenario
    }

    private func scenario() -> Scenario? {
        mapping.reportUnknownKeys(known: Self.keys)
        _ = needs()
        let name = name()
        let hardware = HardwareReader(mapping).read()
        let datacenter = DatacenterReader(mapping).read(hardware)
        let cloud = CloudReader(mapping).read()
        let stack = mapping["overcloud"].flatMap { OvercloudReader($0) }
        let overcloud = stack?.read()
        let places = FaultPlaces(hardware: hardware, datacenter: datacenter, roles: roleNames)
        let templates = mapping["templates"].map { TemplateReader.read($0) } ?? []
        let faults = faults(places) + operations(places, stack)
        let (shutdown, limits) = (seedShutdown(), limits())
        let weather = weather(places, limits)
        let codeFaults = codeFaults()
        let expectation = mapping["expect"].map { $0.choice("expectation", Expectation.self) }
        let (bug, asks) = (plantedBug(), asks())
        let exploration = mapping["explore"].map { ExplorationReader.read($0) }
        guard log.problems.isEmpty, let name, let hardware, let datacenter, let cloud else {
            return nil
        }
        return Scenario(
            name: name,
            file: log.file,
            hardware: hardware,
            datacenter: datacenter,
            cloud: cloud,
            overcloud: overcloud,
            templates: templates,
            seedShutdown: shutdown,
            faults: faults,
            weather: weather,
            codeFaults: codeFaults,
            expectation: (expectation ?? .converged) ?? .converged,
            asks: asks,
            plantedBug: bug,
            limits: limits,
            exploration: (exploration ?? .usual) ?? .usual,
            notices: log.notices
        )
    }

    /// What a scenario needs that lies outside of the project and is not there, by the path that
    /// leads to it; nil where nothing is missing. Such a scenario cannot be read, and is no fault
    /// of the file: whoever runs scenarios says which one is skipped, and why.
    ///
    /// - Throws: One problem, if the scenario's own file cannot be read. What is wrong in it is
    ///   told by ``read(_:vocabulary:)``.
    public static func absentNeed(of path: String) throws(InputProblems) -> String? {
        let log = InputProblemLog(file: path)
        guard
            let root = InputDocument.read(try InputFile.read(path), syntax: .yaml, log: log),
            root.isMapping, let mapping = root.mapping(expected: "")
        else { return nil }
        let nothing = ScenarioVocabulary(bugs: [], checkers: [], eventKinds: [])
        let reader = ScenarioReader(mapping: mapping, log: log, vocabulary: nothing)
        return reader.needs().first { !FileManager.default.fileExists(atPath: $0) }
    }

    /// Paths of files and folders, from the scenario's own place.
    private func needs() -> [String] {
        let shape = "a list of paths"
        let entries = mapping["needs"]?.list(expected: shape) ?? []
        return entries.compactMap { entry in
            entry.text(expected: shape).map { InputFile.resolve($0, from: log.file) }
        }
    }

    private func name() -> ScenarioName? {
        let due = InputFile.baseName(log.file)
        guard let cursor = mapping.required("scenario", expected: "the scenario's name, '\(due)'"),
            let name = cursor.looseText(expected: "the scenario's name, '\(due)'")
        else { return nil }
        if name != due {
            cursor.report(
                "found '\(InputCursor.excerpt(name))', expected '\(due)', the name of the file"
            )
        }
        return ScenarioName(name)
    }

    /// Names as written, so that faults can be held against them even where a role is wrong.
    private var roleNames: [RoleName]? {
        guard let cloud = mapping["cloud"], cloud.isMapping else { return nil }
        return CloudReader.roleNames(cloud)
    }

    private func faults(_ places: FaultPlaces) -> [ScenarioFault] {
        guard let cursor = mapping["faults"] else { return [] }
        let entries = cursor.list(expected: "a list of faults") ?? []
        return entries.compactMap { entry in
            FaultReader(places: places, eventKinds: vocabulary.eventKinds).read(entry)
        }
    }

    private func operations(
        _ places: FaultPlaces, _ overcloud: OvercloudReader?
    ) -> [ScenarioFault] {
        guard let cursor = mapping["operations"] else { return [] }
        let entries = cursor.list(expected: "a list of operations") ?? []
        let faults = FaultReader(places: places, eventKinds: vocabulary.eventKinds)
        return entries.compactMap { OperationReader(faults: faults, overcloud: overcloud).read($0) }
    }

    private func weather(_ places: FaultPlaces, _ limits: ScenarioLimits) -> [Weather] {
        guard let cursor = mapping["weather"] else { return [] }
        let entries = cursor.list(expected: "a list of weather") ?? []
        let faults = FaultReader(places: places, eventKinds: vocabulary.eventKinds)
        return entries.compactMap { WeatherReader(faults: faults, limits: limits).read($0) }
    }

    private func codeFaults() -> [CodeFault] {
        guard let cursor = mapping["sites"] else { return [] }
        let entries = cursor.list(expected: "a list of fault sites") ?? []
        return entries.compactMap { CodeFaultReader.read($0) }
    }

    private func asks() -> [AskedEvent] {
        guard let cursor = mapping["asks"] else { return [] }
        let entries = cursor.list(expected: "a list of kinds of events") ?? []
        return entries.compactMap { asked($0) }
    }

    /// A kind, or a mapping with one as `event` and what else the event is to say.
    private func asked(_ cursor: InputCursor) -> AskedEvent? {
        let kinds = vocabulary.eventKinds
        guard cursor.isMapping, let entry = cursor.mapping(expected: "a kind of event") else {
            return cursor.word("event", among: kinds).map { AskedEvent($0) }
        }
        let kind = entry.required("event", expected: "a kind of event")?
            .word("event", among: kinds)
        let details = entry.entries.filter { $0.key != "event" }.compactMap { detail in
            let text = detail.value.looseText(expected: "what the event says")
            return text.map { JournalField(detail.key, $0) }
        }
        return kind.map { AskedEvent($0, details) }
    }

    private func seedShutdown() -> SeedShutdown {
        let key = "off-after-pivot"
        guard let seed = mapping["seed"]?.mapping(expected: "a mapping with the key '\(key)'")
        else {
            return .usual
        }
        seed.reportUnknownKeys(known: [key])
        guard let cursor = seed.required(key, expected: "a duration or never") else {
            return .usual
        }
        if cursor.plainText == "never" { return .never }
        return cursor.duration().map { .afterPivot($0) } ?? .usual
    }

    private func limits() -> ScenarioLimits {
        let keys = ["virtual-time", "heal"]
        guard let limits = mapping["limits"]?.mapping(expected: "a mapping of limits") else {
            return .usual
        }
        limits.reportUnknownKeys(known: keys)
        let values = keys.map { limits[$0].flatMap { positiveDuration($0) } }
        return ScenarioLimits(
            virtualTime: values[0] ?? ScenarioLimits.usual.virtualTime,
            heal: values[1] ?? ScenarioLimits.usual.heal
        )
    }

    private func positiveDuration(_ cursor: InputCursor) -> Duration? {
        guard let duration = cursor.duration() else { return nil }
        if duration == .zero { cursor.report("found no time at all, expected more") }
        return duration
    }

    private func plantedBug() -> PlantedBug? {
        let bug = mapping["bug"]?.word("bug", among: vocabulary.bugs.map(\.text))
        let checker = mapping["caught-by"]?
            .word("checker", among: vocabulary.checkers.map(\.text))
        if let cursor = mapping["bug"], mapping["caught-by"] == nil {
            cursor.report("found a bug alone, expected 'caught-by' with the checker to catch it")
        }
        if let cursor = mapping["caught-by"], mapping["bug"] == nil {
            cursor.report("found a checker alone, expected 'bug' with what it is to catch")
        }
        guard let bug, let checker else { return nil }
        return PlantedBug(name: BugName(bug), caughtBy: CheckerName(checker))
    }
}
