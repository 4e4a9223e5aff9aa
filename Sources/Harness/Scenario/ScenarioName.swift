public import Hardware

/// What a scenario is called: the base name of its file.
public struct ScenarioName: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}
